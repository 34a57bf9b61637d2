package dev.gatehouse.token;

import java.util.Optional;

/** Which check it is. Each layer has its own codes for refusals. */
public interface CheckId {

    /** The stable name that the layer reports a refusal with, such as {@code audience-mismatch}. */
    String code();

    /** What is checked, in words that are the same at every layer, such as {@code audience (aud)}. */
    String title();

    /** The guard's reason for the same fault; empty where the guard has no such check. */
    Optional<Reason> reason();
}
