package dev.gatehouse.check.source;

/**
 * A resource, a module or an output of a Bicep file.
 *
 * @param symbol its name; of a resource that is written within another, {@code parent::child} as in compiled templates
 * @param type a resource's type with its version, or the module's file
 * @param start of the declaration
 * @param body its object with its braces; empty where it has none
 */
record BicepDeclaration(String kind, String symbol, String type, boolean isExisting, int start, Range body) {
    boolean isLocalModule() {
        return kind.equals("module") && type.endsWith(".bicep");
    }
}
