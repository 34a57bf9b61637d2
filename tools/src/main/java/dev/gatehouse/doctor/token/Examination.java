package dev.gatehouse.doctor.token;

import dev.gatehouse.Settings;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.SignatureCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a token against every layer in turn, with the same rules that the layers use.
 *
 * @param keys the issuers' keys, as far as they can be read
 */
public record Examination(LayerConfiguration setup, IssuerKeys keys, Clock clock) {
    private static final String SWAPPED =
            "In this flow the gateway does not forward the caller's token: it sends a token of its"
                    + " managed identity, so this layer does not see this token.";
    private static final String NONCE =
            "Its header has a nonce, like tokens for Microsoft's own services: only they can" + " check the signature.";
    private static final String OWN = "This is the gateway's own token for calls to the function app.";

    /**
     * Examines a token.
     *
     * @param operation the operation to examine; empty for all
     */
    public Diagnosis of(PastedInput.OneToken pasted, Optional<String> operation) {
        String token = pasted.token();
        Clock clock = Clock.tick(this.clock, Duration.ofSeconds(1)); // times are shown to the second
        UnverifiedJwt decoded = UnverifiedJwt.of(token);
        TokenProfile nature = TokenProfile.of(token, decoded);
        Remedies remedies = new Remedies(nature.kind(), decoded, new TokenAge(decoded, nature.kind(), clock.instant()));
        TokenAdvice advice = new TokenAdvice(setup, decoded, remedies);
        SignatureCheck signatures = new SignatureCheck(keys);
        boolean ofGateway = setup.flow() == Flow.GATEWAY_IDENTITY && isOfGateway(decoded);
        GuardLayer.Result atGuard = new GuardLayer(advice, signatures, clock).of(token);
        GatewayLayer.Result atGateway = new GatewayLayer(advice, signatures, clock).of(token);
        LayerReport atEasyAuth = new EasyAuthLayer(advice, signatures, clock).of(token);
        RequirementLayer requirement = new RequirementLayer(advice);
        List<OperationReport> operations = ofGateway || setup.notJudged().contains(Layer.GUARD)
                ? List.of()
                : chosen(operation).stream()
                        .map(each -> operation(each, atGateway, atGuard(each, requirement, decoded, atGuard)))
                        .toList();
        List<LayerReport> layers = layers(ofGateway, atGateway.layer(), known(atEasyAuth), known(atGuard.layer()));
        return new Diagnosis(
                nature,
                decoded,
                remarks(pasted, decoded),
                layers,
                operations,
                new CauseFinder(setup, decoded, nature.kind(), remedies).find(pasted, layers, operations),
                clock.instant());
    }

    private RuleReport atGuard(
            Operation operation, RequirementLayer asked, UnverifiedJwt token, GuardLayer.Result guard) {
        return setup.flow() == Flow.GATEWAY_IDENTITY
                ? asked.ofForwarded(operation, token)
                : asked.ofCaller(operation, guard.claimed());
    }

    private static List<String> remarks(PastedInput.OneToken pasted, UnverifiedJwt token) {
        return token.header().containsKey("nonce")
                ? Stream.concat(pasted.remarks().stream(), Stream.of(NONCE)).toList()
                : pasted.remarks();
    }

    /** Where nothing of another deployment's layer was given, nothing is said of it. */
    private LayerReport known(LayerReport report) {
        return setup.notJudged().contains(report.layer())
                ? LayerReport.of(
                        report.layer(),
                        List.of(new RuleReport(
                                "not judged, as its settings were not given",
                                CheckResult.undecided(new NotExecuted("settings"), "", ""),
                                TokenAdvice.TO_GIVE.getOrDefault(report.layer(), ""))))
                : report;
    }

    private List<LayerReport> layers(boolean ofGateway, LayerReport gateway, LayerReport easyAuth, LayerReport guard) {
        if (setup.flow() == Flow.CALLER_TOKEN) {
            return List.of(gateway, easyAuth, guard);
        }
        return ofGateway
                ? List.of(LayerReport.unseen(Layer.GATEWAY, OWN), easyAuth, guard)
                : List.of(
                        gateway,
                        LayerReport.unseen(Layer.EASY_AUTH, SWAPPED),
                        LayerReport.unseen(
                                Layer.GUARD,
                                SWAPPED
                                        + " It checks the operation's roles and scopes again, for the caller that the gateway names in headers."));
    }

    /** The gateway's identity is recognised by its object id; while that is unknown, by the role that only it should have. */
    private boolean isOfGateway(UnverifiedJwt token) {
        String gateway = setup.appSettings().getOrDefault(Settings.FORWARDING_GATEWAY, "none");
        return token.text("oid").filter(gateway::equals).isPresent()
                || setup.notKnown().contains(Layer.GUARD, gateway)
                        && token.claims().get("roles") instanceof List<?> roles
                        && roles.contains(Contract.GATEWAY_ROLE);
    }

    private List<Operation> chosen(Optional<String> name) {
        List<Operation> all = setup.contract().operations().stream()
                .filter(operation -> name.isPresent() || !operation.isPublic())
                .filter(operation -> name.map(operation.function()::equals).orElse(true))
                .toList();
        if (all.isEmpty()) {
            throw new UnreadableInput("--operation takes one of "
                    + setup.contract().operations().stream()
                            .map(Operation::function)
                            .toList());
        }
        return all;
    }

    private static OperationReport operation(Operation operation, GatewayLayer.Result gateway, RuleReport guard) {
        List<RuleReport> rules = new ArrayList<>();
        Optional.ofNullable(gateway.operations().get(operation.function()))
                .ifPresent(rule -> rules.add(new RuleReport(
                        "gateway: " + rule.rule(),
                        rule.result(),
                        rule.isRefused() && guard.isRefused() ? guard.fix() : rule.fix(),
                        rule.comparedWith())));
        rules.add(guard);
        return new OperationReport(operation, rules);
    }
}
