/** HTTP as the layers of the local chain exchange it: immutable messages, loopback servers, a forwarder. */
@NullMarked
package dev.gatehouse.chain.http;

import org.jspecify.annotations.NullMarked;
