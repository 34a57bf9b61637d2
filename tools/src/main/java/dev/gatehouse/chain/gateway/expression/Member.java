package dev.gatehouse.chain.gateway.expression;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property, method or indexer that expressions may use.
 *
 * @param name with {@code ()} for a method, {@link #INDEXER} for an indexer
 * @param isInferred whether C# infers a type argument from the arguments; it cannot infer one from null
 */
record Member(ExpressionType owner, String name, List<ExpressionType> parameters, Result result, boolean isInferred) {
    static final String INDEXER = "[]";

    /** The result of a member. */
    record Result(ExpressionType type, Call<Object> call) {}

    /** How a member's value is computed. */
    interface Call<T> {
        @Nullable
        Object on(T owner, MemberArguments arguments);
    }

    static <T> Member of(
            Class<T> owner, String name, List<ExpressionType> parameters, ExpressionType type, Call<T> call) {
        return new Member(
                ExpressionType.of(owner),
                name,
                parameters,
                new Result(type, (object, arguments) -> call.on(owner.cast(object), arguments)),
                false);
    }

    /** The same member with an inferred type argument. */
    Member inferred() {
        return new Member(owner, name, parameters, result, true);
    }

    boolean fits(ExpressionType from, String called, List<ExpressionType> arguments) {
        return owner == from
                && name.equals(called)
                && parameters.size() == arguments.size()
                && IntStream.range(0, parameters.size()).allMatch(i -> takes(parameters.get(i), arguments.get(i)))
                && !(isInferred && arguments.contains(ExpressionType.NULL));
    }

    private static boolean takes(ExpressionType parameter, ExpressionType argument) {
        return argument == parameter || (argument == ExpressionType.NULL && argument.becomes(parameter));
    }

    /**
     * The member of a value; nothing if an earlier {@code ?.} found null.
     *
     * @param conditional whether this member follows {@code ?.}
     */
    PolicyExpression of(PolicyExpression from, List<PolicyExpression> arguments, boolean conditional) {
        PolicyExpression[] parts =
                Stream.concat(Stream.of(from), arguments.stream()).toArray(PolicyExpression[]::new);
        PolicyExpression made = PolicyExpression.of(
                result.type,
                context -> {
                    Object object = conditional ? from.evaluation().in(context) : from.some(context);
                    return object == null || object == NullPropagation.VALUE
                            ? NullPropagation.VALUE
                            : result.call.on(object, MemberArguments.of(arguments, context));
                },
                parts);
        return owner == ExpressionType.CONTEXT ? made.using(name) : made;
    }
}
