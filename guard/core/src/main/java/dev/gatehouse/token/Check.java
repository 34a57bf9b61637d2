package dev.gatehouse.token;

/**
 * One question. The verdict is quick; the words are made only where they are wanted, as they take longer than the question.
 *
 * @param <T> what is checked
 */
public interface Check<T> {

    Verdict verdict(T subject);

    /** The same verdict, in words. */
    CheckResult explain(T subject);

    /** Whether a subject that does not pass is refused for this alone: what comes after it would prove nothing. */
    default boolean isGate() {
        return false;
    }
}
