/**
 * For the tests of an app that the guard protects. Without network and without app settings.
 *
 * <ul>
 *   <li>{@link dev.gatehouse.test.TestCallers}: a context with a caller, for a function without the guard.
 *   <li>{@link dev.gatehouse.test.TestIssuer}: tokens, and a guard that verifies them as it verifies Entra's.
 *   <li>{@link dev.gatehouse.test.TestRequest}, {@link dev.gatehouse.test.TestResponse}, {@link dev.gatehouse.test.TestContext}:
 *       what the worker hands to a function and takes from it.
 *   <li>{@link dev.gatehouse.test.ContractAssertions}: the app's functions and its contract agree.
 * </ul>
 */
@NullMarked
package dev.gatehouse.test;

import org.jspecify.annotations.NullMarked;
