/** HTTP as the layers of the local chain exchange it: immutable messages, loopback servers, a forwarder. JDK only. */
@NullMarked
package dev.gatehouse.local.http;

import org.jspecify.annotations.NullMarked;
