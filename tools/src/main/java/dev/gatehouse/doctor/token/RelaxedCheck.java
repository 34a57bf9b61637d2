package dev.gatehouse.doctor.token;

import dev.gatehouse.guid.Guid;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token check in a form that the local gateway executes: without what only changes its answer, and with what it lacks filled in
 * so that it accepts as much as the original.
 *
 * @param notes what the original accepts that a secure check would not
 * @param undecided requirements that are left out because their values are not known
 */
record RelaxedCheck(XmlElement element, List<String> notes, List<String> undecided) {
    private static final String JWT = "validate-jwt";
    private static final Set<String> CHILDREN = Set.of(
            "openid-config",
            "issuer-signing-keys",
            "audiences",
            "issuers",
            "required-claims",
            "client-application-ids");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "tenant-id",
            "header-name",
            "query-parameter-name",
            "token-value",
            "output-token-variable-name",
            "require-scheme",
            "clock-skew");
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    RelaxedCheck {
        notes = List.copyOf(notes);
        undecided = List.copyOf(undecided);
    }

    static RelaxedCheck of(XmlElement check, UnverifiedJwt token) {
        return new Relaxing(check, token).result();
    }

    private static final class Relaxing {
        private final XmlElement check;
        private final UnverifiedJwt token;
        private final List<String> notes = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();

        Relaxing(XmlElement check, UnverifiedJwt token) {
            this.check = check;
            this.token = token;
        }

        RelaxedCheck result() {
            List<XmlElement> children = new ArrayList<>();
            for (XmlElement child : check.children()) {
                if (!CHILDREN.contains(child.name())) {
                    undecided.add("<" + child.name() + "> is not executed here");
                } else if (isUnknown(child)) {
                    undecided.add("<" + child.name() + "> contains an expression or a named value that was not given");
                } else {
                    children.add(anyTenant(child));
                }
            }
            if (!namesAudience(children)) {
                addAudience(children);
            }
            XmlElement.Tag tag = new XmlElement.Tag(check.name(), attributes(), check.position());
            return new RelaxedCheck(new XmlElement(tag, children, ""), notes, undecided);
        }

        /** Their order in a document is fixed. */
        private void addAudience(List<XmlElement> children) {
            boolean isLeftOut = check.all("audience").stream().findAny().isPresent();
            if (!isLeftOut) {
                notes.add(check.name() + " names no audience: it accepts tokens for any API.");
            }
            String audience = token.text("aud").orElse("none");
            XmlElement value = element("value", Map.of(), List.of(), audience);
            XmlElement claim = element("claim", Map.of("name", "aud"), List.of(value), "");
            Optional<XmlElement> claims = children.stream()
                    .filter(child -> child.is("required-claims"))
                    .findFirst();
            claims.ifPresent(children::remove);
            List<XmlElement> all =
                    new ArrayList<>(claims.map(XmlElement::children).orElse(List.of()));
            if (check.is(JWT)) {
                all.add(claim);
            } else {
                int at = (int) children.stream()
                        .filter(child -> child.is("client-application-ids"))
                        .count();
                children.add(
                        at,
                        element(
                                "audiences",
                                Map.of(),
                                List.of(element("audience", Map.of(), List.of(), audience)),
                                ""));
            }
            if (!all.isEmpty()) {
                children.add(element("required-claims", Map.of(), all, ""));
            }
        }

        private boolean namesAudience(List<XmlElement> children) {
            return children.stream()
                    .anyMatch(child -> child.is("audiences")
                            || child.is("client-application-ids")
                            || child.children("claim").stream().anyMatch(claim -> claim.attribute("name")
                                    .filter("aud"::equals)
                                    .isPresent()));
        }

        private XmlElement anyTenant(XmlElement child) {
            Optional<String> url = child.attribute("url");
            Optional<String> any = url.flatMap(address -> ANY_TENANT.stream()
                    .filter(name -> address.contains("/" + name + "/"))
                    .findFirst());
            if (any.isEmpty()) {
                return child;
            }
            notes.add(check.name() + " reads the metadata of " + any.get() + ": it accepts tokens of any tenant.");
            return element(
                    child.name(),
                    Map.of("url", url.get().replace("/" + any.get() + "/", "/" + tenant() + "/")),
                    List.of(),
                    "");
        }

        private Map<String, String> attributes() {
            Map<String, String> attributes = new LinkedHashMap<>();
            check.tag().attributes().forEach((name, value) -> {
                if (ATTRIBUTES.contains(name)) {
                    attributes.put(name, value);
                }
            });
            if (attributes.getOrDefault("header-name", "").contains("@")) {
                attributes.put("header-name", "Authorization");
            }
            if (!attributes.getOrDefault("clock-skew", "0").matches("[0-9]{1,2}|[12][0-9]{2}|300")) {
                attributes.remove("clock-skew");
                undecided.add("clock-skew is not a number of seconds up to 300, so the times are compared without it");
            }
            attributes.computeIfPresent("tenant-id", (name, written) -> tenant(written));
            return attributes;
        }

        private String tenant(String written) {
            if (ANY_TENANT.contains(written)) {
                notes.add(check.name() + " names " + written + ": it accepts tokens of any tenant.");
                return tenant();
            }
            return Guid.matches(written) ? written.toLowerCase(Locale.ROOT) : written;
        }

        /** The token's own. */
        private String tenant() {
            return token.text("tid").filter(Guid::isLowerCase).orElse(Guid.NIL);
        }

        private static boolean isUnknown(XmlElement child) {
            return child.all()
                    .anyMatch(each -> isUnknown(each.text())
                            || each.tag().attributes().values().stream().anyMatch(Relaxing::isUnknown));
        }

        private static boolean isUnknown(String text) {
            return text.strip().startsWith("@(") || text.strip().startsWith("@{") || text.contains("{{");
        }

        private XmlElement element(
                String name, Map<String, String> attributes, List<XmlElement> children, String text) {
            return new XmlElement(new XmlElement.Tag(name, attributes, check.position()), children, text);
        }
    }
}
