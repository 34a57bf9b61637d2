/** The table service of the chain: Azurite, Microsoft's imitation of Azure Storage, as a child process. */
@NullMarked
package dev.gatehouse.chain.storage;

import org.jspecify.annotations.NullMarked;
