package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.RequirementCase;
import dev.gatehouse.middleware.Authorities;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guard finds missing, over the table of requirements. */
class RequirementTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gatehouse.fixtures.RequirementCase#all")
    void namesAllThatIsMissingInTheOrderOfTheReasons(RequirementCase each) {
        assertThat(authorities(each).missing(each.needs()))
                .extracting(violation -> violation.reason().code())
                .isEqualTo(each.missing());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gatehouse.fixtures.RequirementCase#all")
    void saysWhoseRoleIsMissing(RequirementCase each) {
        Authorities authorities = authorities(each);

        assertThat(authorities.missing(each.needs()))
                .filteredOn(violation -> violation.reason().code().equals("role-missing"))
                .allSatisfy(violation ->
                        assertThat(violation.expected()).contains(authorities.isUser() ? "user role" : "app role"));
    }

    private static Authorities authorities(RequirementCase each) {
        Collection<String> roles = each.claims().get("roles") instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toList())
                : List.of();
        boolean isUser = each.claims().get("scp") instanceof String;
        List<String> scopes =
                isUser ? Arrays.asList(String.valueOf(each.claims().get("scp")).split(" ")) : List.of();
        return new Authorities(isUser, roles, scopes);
    }
}
