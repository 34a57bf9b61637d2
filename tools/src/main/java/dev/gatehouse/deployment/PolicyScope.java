package dev.gatehouse.deployment;

import java.util.Locale;
import java.util.Map;

/** What a policy document applies to. */
public enum PolicyScope {
    GLOBAL,
    WORKSPACE,
    PRODUCT,
    API,
    OPERATION,
    /** A part that documents include. */
    FRAGMENT,
    /** The file does not say. */
    UNKNOWN;

    private static final String SERVICE = "microsoft.apimanagement/service/";
    private static final Map<String, PolicyScope> BY_TYPE = Map.of(
            SERVICE + "policies", GLOBAL,
            SERVICE + "workspaces/policies", WORKSPACE,
            SERVICE + "products/policies", PRODUCT,
            SERVICE + "workspaces/products/policies", PRODUCT,
            SERVICE + "apis/policies", API,
            SERVICE + "workspaces/apis/policies", API,
            SERVICE + "apis/operations/policies", OPERATION,
            SERVICE + "workspaces/apis/operations/policies", OPERATION,
            SERVICE + "policyfragments", FRAGMENT,
            SERVICE + "workspaces/policyfragments", FRAGMENT);

    /** Unknown for a resource that is not a policy. */
    public static PolicyScope of(DeployedResource resource) {
        return BY_TYPE.getOrDefault(resource.type().toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /** By a file's name; a policy for all APIs is usually called global. */
    public static PolicyScope ofFile(String name, String text) {
        if (text.contains("<fragment")) {
            return FRAGMENT;
        }
        return name.toLowerCase(Locale.ROOT).matches(".*(global|all-?apis).*") ? GLOBAL : UNKNOWN;
    }
}
