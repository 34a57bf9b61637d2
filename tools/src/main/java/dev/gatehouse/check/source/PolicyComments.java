package dev.gatehouse.check.source;

import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.Position;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The comments of a policy. Positions are those in its text. */
public final class PolicyComments {
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--(.*?)-->");

    private final String file;
    private final String text;
    private final Lines lines;
    private final PolicyDocument policy;

    private PolicyComments(PolicyDocument policy, String file) {
        this.file = file;
        this.text = policy.text();
        this.lines = new Lines(text);
        this.policy = policy;
    }

    /** @param file that the policy is in */
    public static List<Comment> of(PolicyDocument policy, String file) {
        if (!policy.text().contains(Comment.IGNORE)) {
            return List.of();
        }
        PolicyComments comments = new PolicyComments(policy, file);
        return COMMENT.matcher(policy.text()).results().map(comments::comment).toList();
    }

    private Comment comment(MatchResult found) {
        return new Comment(Spot.at(file, lines.at(found.start())), found.group(1), about(found));
    }

    /** What is before it on its line, else the element behind it with all that it contains. */
    private Comment.About about(MatchResult found) {
        int lineStart = lines.lineStart(found.start());
        if (!text.substring(lineStart, found.start()).isBlank()) {
            int lineEnd = text.indexOf('\n', found.start());
            return about(lines.at(lineStart), Optional.of(lines.at(lineEnd < 0 ? text.length() : lineEnd)));
        }
        Position end = lines.at(found.end());
        Optional<XmlElement> next = policy.xml()
                .all()
                .filter(each -> Spot.ORDER.compare(each.position(), end) >= 0)
                .findFirst();
        if (next.isEmpty()) {
            return about(end, Optional.of(end));
        }
        if (policy.xml().roots().contains(next.get())) {
            return new Comment.About(file, Optional.empty(), Optional.empty());
        }
        List<XmlElement> inside = next.get().all().toList();
        Position last = inside.get(inside.size() - 1).position();
        return about(
                next.get().position(),
                policy.xml()
                        .all()
                        .map(XmlElement::position)
                        .filter(each -> Spot.ORDER.compare(each, last) > 0)
                        .findFirst());
    }

    private Comment.About about(Position from, Optional<Position> until) {
        return new Comment.About(file, Optional.of(from), until);
    }
}
