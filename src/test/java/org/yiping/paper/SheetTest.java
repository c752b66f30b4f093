package org.yiping.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.paper.Sheet.Fact;

/// Words find their place on the page.
class SheetTest {
    private static final double MARGIN = 48;

    private final Type type = Letters.type();

    @Test
    void nothingLeavesThePageAndNothingIsLost() {
        Sheet sheet = new Sheet(type);
        sheet.title(List.of(), 20, "很长的名称".repeat(12), "超 02:11");
        sheet.facts(List.of(new Fact("位置", "一号路".repeat(60)), new Fact("部门", "环卫所")));
        IntStream.range(0, 90).forEach(i -> sheet.entry("11-24 10:42", "第" + i + "条", "word ".repeat(i)));
        sheet.heading("最后");
        sheet.paragraph("没有空格的长串" + "x".repeat(400), Ink.TEXT);
        List<Page> pages = sheet.pages(new Sheet.Running("左", "右", "脚"), (p, of) -> p + "/" + of);
        assertThat(pages).hasSizeGreaterThan(2);
        for (Page page : pages) {
            assertThat(words(page)).allSatisfy(w -> {
                assertThat(w.x()).isGreaterThanOrEqualTo(MARGIN - 0.01);
                assertThat(w.x() + type.width(w.text(), w.size(), w.bold()))
                        .as(w.text())
                        .isLessThanOrEqualTo(Page.WIDTH - MARGIN + 0.01);
                assertThat(w.y()).isBetween(30.0, Page.HEIGHT - 30);
            });
        }
        String all = pages.stream()
                .flatMap(p -> words(p).stream())
                .map(Item.Words::text)
                .collect(Collectors.joining());
        assertThat(IntStream.range(0, 90)).allSatisfy(i -> assertThat(all).contains("第" + i + "条"));
        assertThat(all.chars().filter(c -> c == 'x').count()).isEqualTo(400);
        assertThat(words(pages.get(1))).extracting(Item.Words::text).contains("2/" + pages.size(), "左", "右", "脚");
    }

    @Test
    void aHeadingIsNeverAloneAtAFoot() {
        for (int before = 30; before < 60; before++) {
            Sheet sheet = new Sheet(type);
            for (int i = 0; i < before; i++) {
                sheet.paragraph("一行", Ink.TEXT);
            }
            if (before % 2 == 0) {
                sheet.heading("标题");
                sheet.entry("10:42", "紧跟着", "");
            } else {
                sheet.headingOfShots("标题");
                sheet.shots(new Sheet.Shot("紧跟着", null, "没有照片"), null);
            }
            List<Page> pages = sheet.pages(new Sheet.Running("", "", ""), (_, _) -> "");
            List<Page> with = pages.stream()
                    .filter(p -> words(p).stream().anyMatch(w -> w.text().equals("标题")))
                    .toList();
            assertThat(with)
                    .singleElement()
                    .satisfies(p ->
                            assertThat(words(p)).extracting(Item.Words::text).contains("紧跟着"));
        }
    }

    @Test
    void rareCharactersAreTheSystemsAndDirectionMarksAreLeftOut() {
        assertThat(type.runs("𠮷䶮", 10, false))
                .as("people's names that the subset was made to hold")
                .allMatch(Type.Run::own);
        List<Type.Run> runs = type.runs("家𪚥野", 10, false);
        assertThat(runs).extracting(Type.Run::text).containsExactly("家", "𪚥", "野");
        assertThat(runs).extracting(Type.Run::own).containsExactly(true, false, true);
        assertThat(runs.get(1).width()).isPositive();
        assertThat(type.lines("左\u202E右\u200F\u0007\t上", 10, false, 500)).containsExactly("左右 上");
    }

    @Test
    void linesBreakWhereTheLanguageDoes() {
        List<String> lines = type.lines("井盖缺失，影响通行。请尽快处理！", 10, false, 52);
        assertThat(String.join("", lines)).isEqualTo("井盖缺失，影响通行。请尽快处理！");
        assertThat(lines).noneMatch(l -> "，。！".indexOf(l.charAt(0)) >= 0);
        assertThat(lines).allSatisfy(l -> assertThat(type.width(l, 10, false)).isLessThanOrEqualTo(52.01));
        List<String> broken = new ArrayList<>(type.lines("一\n二\r\n三", 10, false, 500));
        assertThat(broken).containsExactly("一", "二", "三");
    }

    private static List<Item.Words> words(Page page) {
        return page.items().stream()
                .filter(Item.Words.class::isInstance)
                .map(Item.Words.class::cast)
                .toList();
    }
}
