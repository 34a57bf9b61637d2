package dev.gatehouse.functions;

/** What keeps an HTTP function from being guarded by an override in a subclass: each with its cause and the remedy. */
public enum Obstacle {
    NESTED_CLASS(Explicit.HELPS, "its class is nested", "move the class to a separate file"),
    INTERFACE(Explicit.HELPS, "it is declared in an interface", "declare it in a class"),
    ABSTRACT_CLASS(
            Explicit.HELPS,
            "its class is abstract, and the worker does not find inherited functions",
            "declare the function in a class that is not abstract"),
    FINAL_CLASS(
            Explicit.HELPS,
            "its class is final, so it cannot have a guarded subclass",
            "remove final from the class (records and enums are always final)"),
    CLASS_NOT_PUBLIC(Explicit.HELPS, "its class is not public, so the worker cannot use it", "make the class public"),
    GENERIC_CLASS(
            Explicit.HELPS,
            "its class is generic, so the worker cannot know its types",
            "remove the type parameters from the class"),
    PRIVATE_CONSTRUCTORS(
            Explicit.HELPS,
            "its class has only private constructors, so it cannot have a guarded subclass",
            "give it a constructor that is not private"),
    STATIC(
            Explicit.HELPS,
            "the method is static, so the worker calls it without the guarded instance",
            "make it an instance method"),
    FINAL(Explicit.HELPS, "the method is final, so it cannot be overridden", "remove final from the method"),
    NOT_PUBLIC(Explicit.HELPS, "the method is not public, so the worker does not find it", "make the method public"),
    GENERIC(
            Explicit.HELPS,
            "the method is generic, so the worker cannot know its types",
            "remove the type parameters from the method"),
    PRIVATE_TYPE(
            Explicit.HELPS,
            "a type of its parameters is private, so a subclass cannot name it",
            "remove private from that type"),
    OVERLOADED(
            Explicit.HELPS,
            "the class has another method of this name, and the worker takes either",
            "rename the other method"),
    OTHER_TRIGGER_ANNOTATION(Explicit.HELPS, "its HTTP trigger is not declared with @HttpTrigger", "use @HttpTrigger"),
    OTHER_RETURN_TYPE(
            Explicit.DOES_NOT_HELP,
            "it does not return exactly HttpResponseMessage, so the host would answer a refusal with 200",
            "return HttpResponseMessage, made with request.createResponseBuilder(...)"),
    HTTP_OUTPUT(
            Explicit.DOES_NOT_HELP,
            "it answers through @HttpOutput, past what the guard returns",
            "return the answer, as HttpResponseMessage"),
    NOT_ONE_REQUEST(
            Explicit.DOES_NOT_HELP,
            "it does not take one HttpRequestMessage, which holds the caller's token",
            "take the trigger as HttpRequestMessage<Optional<...>>"),
    SEVERAL_CONTEXTS(Explicit.HELPS, "it takes more than one ExecutionContext", "take one ExecutionContext, or none");

    private final Explicit explicit;
    private final String cause;
    private final String remedy;

    Obstacle(Explicit explicit, String cause, String remedy) {
        this.explicit = explicit;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** Whether the function could call the guard itself instead. */
    private enum Explicit {
        HELPS,
        DOES_NOT_HELP
    }

    /**
     * The message for one function.
     *
     * @param place class and method
     */
    public String fault(String function, String place) {
        return "function " + function + " (" + place + ") cannot be guarded: " + cause + ". To fix it, " + remedy
                + (explicit == Explicit.HELPS
                        ? "; or call the guard in the function yourself, and say so with @GuardedExplicitly."
                        : ".");
    }
}
