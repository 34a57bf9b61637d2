package dev.gatehouse.keys;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes the body of an answer up to a number of bytes, and gives up on a larger one. */
final class LimitedBodySubscriber implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> body = HttpResponse.BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private long left;

    LimitedBodySubscriber(int maxBytes) {
        this.left = maxBytes;
        body.getBody().whenComplete((bytes, failure) -> {
            if (failure == null) {
                result.complete(bytes);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription.complete(source);
        body.onSubscribe(source);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        left -= piece.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left < 0) {
            subscription.join().cancel();
            result.completeExceptionally(new IOException("the body is too large"));
        } else {
            body.onNext(piece);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
