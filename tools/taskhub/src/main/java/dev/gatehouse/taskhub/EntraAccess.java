package dev.gatehouse.taskhub;

import com.azure.core.credential.TokenCredential;
import java.util.List;

/**
 * The source of Microsoft Entra tokens for a table.
 *
 * @param sources where it looks for a token, in order, as named in messages
 */
public record EntraAccess(TokenCredential credential, List<String> sources) {
    public EntraAccess {
        sources = List.copyOf(sources);
    }
}
