/** What an answer's form tells those who know nothing else of it. */
@NullMarked
package dev.gatehouse.chain.answer;

import org.jspecify.annotations.NullMarked;
