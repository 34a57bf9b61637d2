package dev.gatehouse.check.rules;

import dev.gatehouse.chain.gateway.UrlTemplate;
import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.List;
import java.util.Optional;

/** Compares what the gateway publishes and Easy Auth leaves open with the contract's operations. */
final class ContractOperations {
    private ContractOperations() {}

    /** The contract's API; the only API when no API has that name. */
    static Optional<DeployedResource> api(Contract contract, DeployedFile deployed) {
        List<DeployedResource> apis = deployed.all(ResourceTypes.API).toList();
        return apis.stream()
                .filter(each -> each.ownName().equals(contract.api()))
                .findFirst()
                .or(() -> apis.size() == 1 ? Optional.of(apis.get(0)) : Optional.empty());
    }

    static List<DeployedResource> published(Contract contract, DeployedFile deployed) {
        return api(contract, deployed).stream()
                .flatMap(api -> deployed.all(ResourceTypes.OPERATION).filter(each -> each.isBelow(api)))
                .toList();
    }

    /** What the contract requires of the callers of an operation. */
    static Optional<Requirement> requirement(Contract contract, DeployedResource operation) {
        return contract.operations().stream()
                .filter(each -> isSame(each, operation))
                .findFirst()
                .flatMap(Operation::requirement);
    }

    /** As the gateway compares paths: the names of parameters do not matter. */
    private static boolean isSame(Operation promised, DeployedResource published) {
        String path = published.at("properties.urlTemplate").text().marked();
        return promised.method().equals(published.at("properties.method").text().marked())
                && shape(UrlTemplate.ofRoute(promised.route())).equals(shape(path.startsWith("/") ? path : "/" + path));
    }

    private static String shape(String template) {
        return template.replaceAll("\\{[^}/]*}", "{}");
    }

    static void compare(Project project, DeployedFile deployed, FindingCollector notes) {
        Contract contract = project.contract();
        api(contract, deployed).map(api -> api.at("properties.path")).ifPresent(path -> path(contract, path, notes));
        List<DeployedResource> published = published(contract, deployed);
        List<Operation> promised =
                contract.operations().stream().filter(each -> !each.isPublic()).toList();
        List<DeployedResource> open =
                published.stream().filter(each -> isOpen(each, notes)).toList();
        published.stream().filter(each -> !open.contains(each)).forEach(each -> promised.stream()
                .filter(one -> isSame(one, each))
                .findFirst()
                .ifPresentOrElse(one -> name(contract.name(one), each, notes), () -> unknown(each, notes)));
        deployed.all(ResourceTypes.API).limit(open.isEmpty() ? 1 : 0).forEach(api -> promised.stream()
                .filter(one -> published.stream().noneMatch(each -> isSame(one, each)))
                .forEach(one -> notes.found(
                        api.place(), "the contract's " + one.method() + " " + one.route() + " is not published")));
        AuthSettingsV2.all(deployed).forEach(easyAuth -> open(project, easyAuth.excludedPaths(), notes));
    }

    /** Whether it is only known at run time which operation, or operations, this is. */
    private static boolean isOpen(DeployedResource published, FindingCollector notes) {
        boolean path = notes.undecided(published.at("properties.urlTemplate"));
        boolean method = notes.undecided(published.at("properties.method"));
        return path || method;
    }

    private static void unknown(DeployedResource published, FindingCollector notes) {
        ResourceValue template = published.at("properties.urlTemplate");
        String shown = published.at("properties.method").text().marked() + " "
                + template.text().marked();
        notes.found(
                template.place(),
                "the contract has no operation " + FindingCollector.shown(shown)
                        + ", or it is public and not for the gateway");
    }

    private static void path(Contract contract, ResourceValue path, FindingCollector notes) {
        if (!notes.undecided(path) && !path.text().marked().equals(contract.api())) {
            notes.found(
                    path.place(),
                    "'" + FindingCollector.shown(path.text().marked()) + "' is not the contract's API "
                            + contract.api());
        }
    }

    /** The operation that a request's trace names. */
    private static void name(String promised, DeployedResource published, FindingCollector notes) {
        PartialText name = new PartialText(published.ownName());
        if (name.isKnown() && !name.marked().equals(promised)) {
            notes.found(published.place(), "the contract calls it " + promised);
        }
    }

    private static void open(Project project, ResourceValue excluded, FindingCollector notes) {
        List<ResourceValue> paths = excluded.elements();
        if (paths.stream().anyMatch(notes::undecided)) {
            return;
        }
        project.openPaths().stream()
                .filter(path ->
                        paths.stream().noneMatch(each -> each.text().marked().equals(path)))
                .forEach(path -> notes.found(excluded.place(), "the contract's public " + path + " is not excluded"));
    }
}
