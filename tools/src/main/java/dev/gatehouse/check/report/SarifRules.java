package dev.gatehouse.check.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.Rule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a run, as SARIF describes them (3.49, reportingDescriptor). */
final class SarifRules {
    private static final Pattern PAGE = Pattern.compile("\\((learn\\.microsoft\\.com/[^)]+)\\)");

    private final RuleHelp help = new RuleHelp();
    private final List<Rule> rules;

    SarifRules(CheckReport report) {
        this.rules = report.rules();
    }

    ArrayNode descriptors() {
        ArrayNode descriptors = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> descriptors.add(descriptor(rule)));
        return descriptors;
    }

    int index(String id) {
        return rules.stream().map(Rule::id).toList().indexOf(id);
    }

    private ObjectNode descriptor(Rule rule) {
        RuleHelp.Entry entry = help.of(rule.id());
        ObjectNode descriptor = JsonNodeFactory.instance.objectNode();
        descriptor.put("id", rule.id());
        descriptor.putObject("shortDescription").put("text", rule.id().replace('-', ' '));
        descriptor.putObject("fullDescription").put("text", rule.why());
        String text = "Finds: " + entry.finds() + ".\n\n" + rule.why() + "\n\nFix: " + rule.fix() + "\n\nSee "
                + entry.link() + ".";
        descriptor.putObject("help").put("text", text).put("markdown", text.replace("Fix:", "**Fix:**"));
        Matcher page = PAGE.matcher(rule.why());
        if (page.find()) {
            descriptor.put("helpUri", "https://" + page.group(1));
        }
        descriptor
                .putObject("defaultConfiguration")
                .put("level", rule.severity().word());
        descriptor.putObject("properties").putArray("tags").add("security");
        return descriptor;
    }
}
