package dev.gatehouse.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an enum constant in kebab case: {@code gateway-identity}. */
class KebabCaseEnumConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> constants;

    KebabCaseEnumConverter(Class<E> type) {
        this.constants = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public E convert(String words) {
        return constants.stream()
                .filter(constant -> of(constant).equals(words))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + constants.stream().map(KebabCaseEnumConverter::of).toList() + ", but was '" + words + "'"));
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
