package dev.gatehouse.check.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Bicep file and the modules that it uses, through the template that its compiler made of it. Resources are found by
 * their symbolic names; in a template without these, by what only one declaration of the file has: the type, or type and
 * name.
 */
public final class BicepSource implements SourceText {
    private static final String TEMPLATE = "/properties/template/";

    private final Path file;
    private final String shown;
    private final JsonNode template;
    private final Map<Path, Optional<BicepFile>> read = new HashMap<>();

    /** @param template as compiled */
    public BicepSource(Path file, String shown, JsonNode template) {
        this.file = file;
        this.shown = shown;
        this.template = template;
    }

    /** One file, and the part of the template that it was compiled to. */
    private record Module(Path file, String shown, JsonNode template) {}

    @Override
    public Spot spot(Location place) {
        return spot(new Module(file, shown, template), place.pointer());
    }

    @Override
    public List<Comment> comments() {
        Map<String, Path> files = new LinkedHashMap<>();
        collect(file, shown, files);
        return files.entrySet().stream()
                .flatMap(each -> file(each.getValue()).stream().flatMap(bicep -> bicep.comments(each.getKey())))
                .toList();
    }

    /** The file and its modules, by the names that they are shown with. */
    private void collect(Path each, String name, Map<String, Path> files) {
        if (files.putIfAbsent(name, each) == null) {
            file(each).stream()
                    .flatMap(bicep -> bicep.declarations().stream())
                    .filter(BicepDeclaration::isLocalModule)
                    .forEach(module -> collect(sibling(each, module), sibling(name, module), files));
        }
    }

    private Spot spot(Module module, JsonPointer pointer) {
        Optional<BicepFile> bicep = file(module.file());
        Optional<BicepDeclaration> declared =
                bicep.flatMap(each -> new CompiledNames(each, module.template()).declared(pointer));
        if (declared.isEmpty()) {
            return Spot.of(module.shown());
        }
        BicepDeclaration found = declared.get();
        JsonPointer rest = pointer.tail().tail();
        if (found.isLocalModule() && rest.toString().startsWith(TEMPLATE)) {
            JsonNode inner = CompiledNames.element(module.template(), pointer)
                    .path("properties")
                    .path("template");
            return spot(
                    new Module(sibling(module.file(), found), sibling(module.shown(), found), inner),
                    rest.tail().tail());
        }
        return Spot.at(module.shown(), bicep.get().position(found, rest));
    }

    private static Path sibling(Path of, BicepDeclaration module) {
        return of.resolveSibling(module.type()).normalize();
    }

    private static String sibling(String of, BicepDeclaration module) {
        return sibling(Path.of(of), module).toString();
    }

    /** Empty where it cannot be read: then its compiled part has no places. */
    private Optional<BicepFile> file(Path path) {
        return read.computeIfAbsent(path, each -> {
            try {
                return Optional.of(new BicepFile(Files.readString(each)));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }
}
