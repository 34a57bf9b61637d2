package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.AuthorizationRequest.Interaction;
import dev.gatehouse.chain.entra.AuthorizationRequest.Prompt;
import dev.gatehouse.chain.entra.PendingSignIns.SignInPurpose.ForApplication;
import dev.gatehouse.chain.entra.SignInSteps.Visit;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.chain.http.Response;
import java.util.Map;
import java.util.Optional;

/** The authorization endpoint (RFC 6749 §3.1; OpenID Connect Core §3.1.2): it leads the browser back with a code. */
record AuthorizeEndpoint(SignInSteps steps) {

    Response handle(Visit visit) {
        EntraResult<ReplyAddress> reply = ReplyAddress.of(visit.request(), steps.directory());
        return reply instanceof EntraResult.Refused<ReplyAddress> refused
                ? steps.refused(visit, refused)
                : handle(visit, ((EntraResult.Granted<ReplyAddress>) reply).value());
    }

    private Response handle(Visit visit, ReplyAddress reply) {
        EntraResult<AuthorizationRequest> read = AuthorizationRequest.of(visit.request(), reply)
                .then(asked ->
                        steps.issuer().offered(asked.client(), asked.access()).map(api -> asked));
        if (read instanceof EntraResult.Refused<AuthorizationRequest> refused) {
            return reply.with(steps.errors().fields(visit.request().request(), refused));
        }
        AuthorizationRequest asked = ((EntraResult.Granted<AuthorizationRequest>) read).value();
        return asked.interaction().is(Prompt.NONE) ? silently(visit, asked) : interactively(visit, asked);
    }

    /** With a page, unless the user is signed in and allowed it before. */
    private Response interactively(Visit visit, AuthorizationRequest asked) {
        Interaction interaction = asked.interaction();
        ForApplication purpose = new ForApplication(asked);
        return signedIn(visit, interaction)
                .filter(user -> !interaction.is(Prompt.LOGIN) && !interaction.is(Prompt.SELECT_ACCOUNT))
                .map(user -> steps.signedIn(visit, purpose, user))
                .orElseGet(() -> steps.accounts(visit, purpose, interaction.loginHint()));
    }

    private Response silently(Visit visit, AuthorizationRequest asked) {
        EntraResult<User> user = EntraResult.of(
                        signedIn(visit, asked.interaction()), EntraError.NOT_SIGNED_IN::<User>refuse)
                .then(known -> steps.issuer()
                        .offered(asked.client(), asked.access())
                        .then(api -> steps.issuer().assigned(api, known))
                        .then(api -> steps.issuer().consented(asked.client(), api, asked.access(), known))
                        .map(api -> known));
        if (user instanceof EntraResult.Granted<User> granted) {
            return steps.withCode(asked, granted.value());
        }
        EntraResult.Refused<User> refused = (EntraResult.Refused<User>) user;
        Map<String, String> fields = steps.errors().fields(visit.request().request(), refused);
        if (refused.error() != EntraError.NOT_SIGNED_IN) {
            fields.put("error", "interaction_required"); // OpenID Connect Core §3.1.2.6
        }
        return asked.reply().with(fields);
    }

    /** The user of the browser's session, if it is the one that the client expects. */
    private Optional<User> signedIn(Visit visit, Interaction interaction) {
        return steps.state()
                .browsers()
                .user(visit.request())
                .flatMap(steps.directory()::user)
                .filter(user -> interaction
                        .loginHint()
                        .filter(hint -> !hint.equalsIgnoreCase(user.username()))
                        .isEmpty());
    }
}
