package dev.gatehouse.chain.gateway.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every member that expressions may use; any other is refused when a policy is loaded. */
final class Members {
    static final List<Member> ALL = Stream.of(
                    ContextMembers.ALL, MessageMembers.ALL, TokenMembers.ALL, StringMembers.ALL)
            .flatMap(List::stream)
            .toList();

    private Members() {}

    static Optional<Member> find(ExpressionType owner, String name, List<ExpressionType> arguments) {
        return ALL.stream()
                .filter(member -> member.fits(owner, name, arguments))
                .findFirst();
    }

    /** The message for an unsupported member, with the supported ones. */
    static String unknown(ExpressionType owner, String name, List<ExpressionType> arguments) {
        String given = arguments.stream().map(ExpressionType::title).collect(Collectors.joining(", ", " with (", ")"));
        String known = ALL.stream()
                .filter(member -> member.owner() == owner)
                .map(Member::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return "'" + name + "'" + (arguments.isEmpty() ? "" : given) + " of " + owner.title()
                + " is not supported; supported: " + (known.isEmpty() ? "nothing" : known);
    }
}
