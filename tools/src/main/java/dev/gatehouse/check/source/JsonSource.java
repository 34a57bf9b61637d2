package dev.gatehouse.check.source;

import dev.gatehouse.deployment.Location;
import dev.gatehouse.xml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot or a template in JSON. */
public final class JsonSource implements SourceText {
    private static final String METADATA = "metadata";

    private final String file;
    private final String text;
    private @Nullable Lines lines;
    private @Nullable JsonPlaces places;

    /** @param text that has been read as JSON */
    public JsonSource(String file, String text) {
        this.file = file;
        this.text = text;
    }

    private Lines lines() {
        if (lines == null) {
            lines = new Lines(text);
        }
        return lines;
    }

    /** Read only when there is something to find. */
    private JsonPlaces places() {
        if (places == null) {
            places = JsonPlaces.of(text);
        }
        return places;
    }

    @Override
    public Spot spot(Location place) {
        JsonPlaces nearest = places().nearest(place.pointer());
        int offset = place.position()
                .flatMap(position -> places().at(place.pointer()).flatMap(value -> inside(value, position)))
                .orElse(nearest.start());
        return Spot.at(file, lines().at(offset));
    }

    @Override
    public List<Comment> comments() {
        if (!text.contains(Comment.IGNORE)) {
            return List.of();
        }
        MaskedCode code = MaskedCode.of(text, Language.JSON);
        List<Comment> comments = new ArrayList<>();
        code.comments().forEach(comment -> comments.add(Comment.of(file, code, lines(), comment)));
        places().with(METADATA, (object, metadata) -> Optional.ofNullable(
                        metadata.members().get(Comment.IGNORE))
                .ifPresent(value -> comments.add(metadata(object, value))));
        return comments;
    }

    /** JSON has no comments; Resource Manager ignores metadata, which says the same of the object that it is in. */
    private Comment metadata(JsonPlaces object, JsonPlaces value) {
        return new Comment(
                Spot.at(file, lines().at(value.start())),
                Comment.IGNORE + " " + text.substring(value.value() + 1, Math.max(value.value() + 1, value.end() - 1)),
                new Comment.About(
                        file, Optional.of(lines().at(object.start())), Optional.of(lines().at(object.end()))));
    }

    /** Where a position of the text that a string contains is in the file; an expression's text is not written as it is. */
    private Optional<Integer> inside(JsonPlaces value, Position position) {
        int at = value.value() + 1;
        if (text.charAt(value.value()) != '"' || text.charAt(at) == '[' && text.charAt(at + 1) != '[') {
            return Optional.empty();
        }
        int line = 1;
        int column = 1;
        while (at < value.end() - 1 && (line < position.line() || column < position.column())) {
            boolean isBreak = text.startsWith("\\n", at);
            line += isBreak ? 1 : 0;
            column = isBreak ? 1 : column + 1;
            at += text.charAt(at) != '\\' ? 1 : text.charAt(at + 1) == 'u' ? 6 : 2;
        }
        return Optional.of(at);
    }
}
