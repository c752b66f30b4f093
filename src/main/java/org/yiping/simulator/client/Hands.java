package org.yiping.simulator.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yiping.protocol.CommandCodec;
import org.yiping.simulator.photo.Album;
import org.yiping.simulator.photo.PhotoBooth;
import org.yiping.simulator.play.Deed;

/// Does a deed: takes and uploads its photos, sends its command. Blocking; any thread.
public final class Hands {
    private final CityClient client;
    private final PhotoBooth booth;
    private final Tally tally;
    private final Map<Deed.Photo, String> uploaded = new ConcurrentHashMap<>();

    public Hands(CityClient client, PhotoBooth booth, Tally tally) {
        this.client = client;
        this.booth = booth;
        this.tally = tally;
    }

    public Deed.Result act(Deed deed) {
        CityClient.As as = new CityClient.As(deed.account(), deed.post().value());
        List<String> files = new ArrayList<>();
        for (Deed.Photo photo : deed.photos()) {
            String known = uploaded.get(photo);
            if (known == null) {
                Reply reply = upload(as, photo);
                if (!(reply instanceof Reply.Good good)) {
                    return result(reply);
                }
                known = good.body().path("fileId").asString("");
                uploaded.put(photo, known);
                tally.photo();
            }
            files.add(known);
        }
        tally.sent();
        Reply reply = client.send(
                as,
                "/api/v1/commands",
                CommandCodec.encode(deed.command(files)),
                "Idempotency-Key",
                deed.id().value());
        Deed.Result result = result(reply);
        if (result instanceof Deed.Result.Refused) {
            deed.photos().forEach(uploaded::remove); // perhaps the platform has lost them: next time anew
        }
        tally.count(deed.id(), result);
        return result;
    }

    private Reply upload(CityClient.As as, Deed.Photo photo) {
        byte[] bytes = booth.photo(photo.scene(), photo.variant(), photo.after());
        return client.upload(
                as,
                "/api/v1/files",
                bytes,
                "image/jpeg",
                "Content-Range",
                "bytes 0-" + (bytes.length - 1) + "/" + bytes.length,
                "X-Content-SHA256",
                Album.sha256(bytes));
    }

    private static Deed.Result result(Reply reply) {
        return switch (reply) {
            case Reply.Good good ->
                new Deed.Result.Accepted(good.body().path("revision").asLong(0));
            case Reply.Bad bad ->
                bad.passing()
                        ? new Deed.Result.Unanswered(bad.status() + " " + bad.code())
                        : new Deed.Result.Refused(bad.status(), bad.code());
            case Reply.Silence silence -> new Deed.Result.Unanswered(silence.reason());
        };
    }
}
