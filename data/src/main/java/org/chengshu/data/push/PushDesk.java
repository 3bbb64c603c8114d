package org.chengshu.data.push;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.source.FollowedSources;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Takes pushed batches, each once, and answers when they are stored. */
@Component
final class PushDesk {
    private static final int ROWS_TOLD = 100;

    private final FollowedSources sources;
    private final FileShapes shapes;
    private final Loads loads;
    private final PushBatches batches;

    PushDesk(FollowedSources sources, FileShapes shapes, Loads loads, PushBatches batches) {
        this.sources = sources;
        this.shapes = shapes;
        this.loads = loads;
        this.batches = batches;
    }

    PushAnswer take(UUID id, byte[] body, FileShape shape, Optional<String> key, Viewer who) {
        FollowedSources.Followed source = sources.find(id, PushSource.KIND)
                .orElseThrow(() ->
                        new Fault(DataError.SOURCE_NOT_FOUND, "there is no source " + id + " that takes pushed rows"));
        if (source.paused()) {
            throw new Fault(DataError.SOURCE_PAUSED, source.name() + " is paused and takes no rows");
        }
        if (source.dataset().isEmpty()) {
            throw new Fault(DataError.SOURCE_FAULTY, source.name() + " fills no dataset yet");
        }
        String digest = Sha256.hex(body);
        return key.flatMap(name -> known(source, name, digest))
                .orElseGet(() -> stored(source, body, shape, key, digest, who));
    }

    private PushAnswer stored(
            FollowedSources.Followed source,
            byte[] body,
            FileShape shape,
            Optional<String> key,
            String digest,
            Viewer who) {
        Feed feed = shapes.open(() -> new ByteArrayInputStream(body), "rows", shape);
        LoadView load = loads.take(
                source.order(PushSource.KIND, false),
                feed,
                who,
                ended -> key.ifPresent(name -> keep(source.id(), name, digest, ended)));
        if (load.state() == LoadState.PROMOTED) {
            return answer(load, false);
        }
        String why = load.error().map(Text::en).orElse(load.state().word());
        return key.flatMap(name -> known(source, name, digest))
                .orElseThrow(
                        () -> new Fault(DataError.ROWS_REFUSED, "nothing was stored, load " + load.id() + ": " + why));
    }

    /** Keeps the key with the rows; when another request has kept it meanwhile, the load ends without them. */
    private void keep(UUID source, String key, String digest, LoadView load) {
        if (load.state() == LoadState.PROMOTED && !batches.keep(source, key, digest, load.id())) {
            throw new Fault(CoreError.IDEMPOTENCY_KEY_IN_USE, "the same batch has been taken meanwhile");
        }
    }

    /** What became of the batch when it came before; nothing when it was not stored then, or its load is gone. */
    private Optional<PushAnswer> known(FollowedSources.Followed source, String key, String digest) {
        Optional<PushBatches.Known> known = batches.find(source.id(), key);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!known.get().digest().equals(digest)) {
            throw new Fault(CoreError.IDEMPOTENCY_KEY_REUSED, "the key " + key + " came before with other rows");
        }
        Optional<LoadView> load = loads.find(known.get().load());
        if (load.isEmpty()) {
            batches.forget(source.id(), key);
        }
        return load.map(view -> answer(view, true));
    }

    private PushAnswer answer(LoadView load, boolean repeated) {
        return PushAnswer.of(load, load.refused() == 0 ? List.of() : loads.refused(load.id(), 0, ROWS_TOLD), repeated);
    }
}
