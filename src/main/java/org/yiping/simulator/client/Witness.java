package org.yiping.simulator.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.simulator.photo.Album;
import org.yiping.simulator.photo.PhotoBooth;
import org.yiping.simulator.play.Recogniser;

/// Tells the platform what the simulated recogniser saw: its picture first, then the word, marked as simulated.
/// Blocking; one thread at a time. A word that was not answered is lost, as with a real recogniser.
public final class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final CityClient client;
    private final CityClient.As device;
    private final PhotoBooth booth = new PhotoBooth();
    private final Tally tally;
    private String refused = "";

    /// `device` is who may post as a device.
    public Witness(CityClient client, CityClient.As device, Tally tally) {
        this.client = client;
        this.device = device;
        this.tally = tally;
    }

    public void tell(Recogniser.Sighting seen) {
        byte[] picture = booth.capture(seen.scene().value(), seen.variant());
        Reply kept = client.upload(
                device,
                "/api/v1/files",
                picture,
                "image/jpeg",
                "Content-Range",
                "bytes 0-" + (picture.length - 1) + "/" + picture.length,
                "X-Content-SHA256",
                Album.sha256(picture));
        if (!(kept instanceof Reply.Good good)) {
            failed(kept);
            return;
        }
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("id", seen.id().value());
        word.put("camera", seen.camera().value());
        word.put("alarm", seen.alarm());
        word.put("confidence", seen.confidence());
        word.put("at", seen.at().toString());
        word.put("picture", good.body().path("fileId").asString(""));
        word.put("simulated", true);
        Reply answer = client.send(device, "/api/v1/captures", word);
        if (answer instanceof Reply.Good heard) {
            tally.capture(heard.body().path("outcome").asString(""));
        } else {
            failed(answer);
        }
    }

    /// Said once for each reason: a platform that hears no recogniser refuses every word.
    private void failed(Reply reply) {
        String why = reply.toString();
        if (!why.equals(refused)) {
            refused = why;
            LOG.info("a capture was not taken: {}", why);
        }
    }
}
