import java.io.IOException;
import java.nio.file.Path;
import org.yiping.simulator.city.CityGenerator;

/// Writes the fictional city into a folder, for a server that is tried out: `java -cp target/yiping.jar … FOLDER`.
final class DemoCity {
    private static final long SEED = 51;

    private DemoCity() {}

    public static void main(String[] arguments) throws IOException {
        new CityGenerator(SEED).write(Path.of(arguments[0]));
    }
}
