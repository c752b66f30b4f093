package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintersTest {
    @TempDir
    Path folder;

    @Test
    void whatNoSpoolerTakesIsNotCalledPrinted() throws IOException {
        Path spooler = folder.resolve("lpr");
        Printers without = new Printers("Linux", spooler);
        assertThat(without.spools()).isFalse();
        assertThat(without.print("case", List.of(), 595, 842)).isFalse();

        Files.createFile(spooler);
        assertThat(new Printers("Linux", spooler).spools())
                .as("a file that cannot be run")
                .isFalse();
        assertThat(spooler.toFile().setExecutable(true)).isTrue();
        assertThat(new Printers("Linux", spooler).spools()).isTrue();
        assertThat(new Printers("Windows 11", folder.resolve("none")).spools())
                .as("others print by themselves")
                .isTrue();
    }
}
