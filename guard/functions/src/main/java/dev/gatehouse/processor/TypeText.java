package dev.gatehouse.processor;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** A type as source text: without annotations, which an override does not need. */
record TypeText(Imports imports) {

    String of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> declared((DeclaredType) type);
            case ARRAY -> of(((ArrayType) type).getComponentType()) + "[]";
            case WILDCARD -> wildcard((WildcardType) type);
            case TYPEVAR -> type.toString();
            default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT); // a primitive type, or void
        };
    }

    /** A class's qualified name, without type arguments. */
    static String qualified(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    private String declared(DeclaredType type) {
        String name = imports.name(qualified(type));
        return type.getTypeArguments().isEmpty()
                ? name
                : type.getTypeArguments().stream().map(this::of).collect(Collectors.joining(", ", name + "<", ">"));
    }

    private String wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return "? extends " + of(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
    }
}
