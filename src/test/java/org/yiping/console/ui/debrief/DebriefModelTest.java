package org.yiping.console.ui.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.DeskFixture;
import org.yiping.domain.command.Aside.Debriefing;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefCommentId;
import org.yiping.domain.room.DebriefId;

class DebriefModelTest {
    private static final Instant NOW = DeskFixture.START;
    private static final Actor OTHER = new Actor(new PersonId("p-2"), new PostCode("leader"), new SeatId("01"));
    private static final Actor ME = new Actor(new PersonId("me"), new PostCode("supervisor"), new SeatId("03"));
    private static final Debrief.Subject HOUR = new Debrief.Subject(null, NOW.minus(Duration.ofHours(1)), NOW);
    private static final DebriefId ID = new DebriefId("d");

    private DeskFixture fixture = new DeskFixture("supervisor");
    private DebriefModel model;

    @BeforeEach
    void begin() {
        fixture.tables.debriefs.put(ID, Debrief.of(ID, "早高峰", HOUR, OTHER, NOW));
        said("c-1", OTHER, "派了三次");
        model = new DebriefModel(fixture.desk, fixture.hall);
        model.show();
        model.open(ID);
    }

    private void said(String id, Actor by, String text) {
        DebriefCommentId comment = new DebriefCommentId(id);
        fixture.tables.debriefComments.put(comment, new DebriefComment(comment, ID, 1, pin(), text, by, NOW));
    }

    private static DebriefComment.Pin pin() {
        return new DebriefComment.Pin(NOW.minusSeconds(600), null, null);
    }

    private <T> T sent(Class<T> type) {
        return type.cast(fixture.outbox.submitted.getLast());
    }

    private void refuse(Debriefing command, String code, String detail) {
        fixture.outbox.state(
                command.head().id(), new Delivery.State.Rejected(new Delivery.Refusal(409, code, "题", detail, null)));
    }

    @Test
    void two_who_comment_at_once_lose_nothing_and_the_others_is_new() {
        model.comment(pin(), "我这样看");
        Debriefing.Comment mine = sent(Debriefing.Comment.class);
        said("c-2", OTHER, "我那样看");
        assertThat(model.lines())
                .extracting(l -> l.comment().text(), DebriefModel.Line::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("派了三次", DebriefModel.State.READ),
                        org.assertj.core.groups.Tuple.tuple("我那样看", DebriefModel.State.NEW),
                        org.assertj.core.groups.Tuple.tuple("我这样看", DebriefModel.State.PENDING));
        said(mine.head().id().value(), ME, "我这样看");
        fixture.outbox.table.remove(mine.head().id());
        assertThat(model.lines()).hasSize(3);
        assertThat(model.unread()).as("one knows one's own").hasSize(1);
        assertThat(model.maySign()).isNotEmpty();
        model.readAll();
        assertThat(model.maySign()).isEmpty();
        model.sign("sound", "可以");
        assertThat(sent(Debriefing.Sign.class).comments()).isEqualTo(3);
    }

    @Test
    void who_signs_says_how_many_comments_were_read_and_hears_who_wrote_meanwhile() {
        model.sign("flawed", "有不足");
        Debriefing.Sign sign = sent(Debriefing.Sign.class);
        assertThat(sign.comments()).isEqualTo(1);
        assertThat(model.signing()).isTrue();
        refuse(sign, "DEB-4091", "有人刚写了点评。");
        assertThat(model.signing()).isFalse();
        assertThat(model.conflict()).contains("有人刚写了点评");
        assertThat(fixture.hall.notices().all())
                .anySatisfy(n -> assertThat(n.code()).isEqualTo("DEB-4091"));
        said("c-2", OTHER, "等一下");
        assertThat(model.meanwhile()).contains("p-2");
        model.readAll();
        model.sign("flawed", "有不足");
        assertThat(model.conflict()).isEmpty();
        assertThat(sent(Debriefing.Sign.class).comments()).isEqualTo(2);
    }

    @Test
    void who_signs_second_hears_who_was_first() {
        model.sign("sound", "可以");
        Debriefing.Sign sign = sent(Debriefing.Sign.class);
        Debrief first = fixture.tables.debriefs.find(ID).orElseThrow();
        fixture.tables.debriefs.put(
                ID, first.signed(new Debrief.Signature("wrong", "不行", 1, OTHER, NOW.plusSeconds(3))));
        refuse(sign, "DEB-4090", "已由他人签署。");
        assertThat(model.meanwhile()).contains("p-2");
    }

    @Test
    void a_refused_comment_and_a_full_disk_give_the_words_back_once() {
        model.comment(pin(), "写了很久");
        refuse(sent(Debriefing.Comment.class), "DEB-4090", "本版已签署。");
        assertThat(model.returned()).isEqualTo("写了很久");
        assertThat(model.returned()).isEmpty();
        assertThat(model.lines()).hasSize(1);
        fixture.outbox.full(true);
        model.comment(pin(), "又写了");
        assertThat(model.returned()).isEqualTo("又写了");
    }

    @Test
    void signed_it_is_only_read_until_another_edition_is_opened_for_a_reason() {
        assertThat(model.mayReopen()).isNotEmpty();
        Debrief open = fixture.tables.debriefs.find(ID).orElseThrow();
        fixture.tables.debriefs.put(ID, open.signed(new Debrief.Signature("sound", "可以", 1, OTHER, NOW)));
        assertThat(model.mayComment()).isNotEmpty();
        assertThat(model.maySign()).isNotEmpty();
        assertThat(model.mayReopen()).isEmpty();
        model.reopen("有新证据");
        assertThat(sent(Debriefing.Reopen.class).edition()).isEqualTo(1);
        assertThat(model.reopening()).isTrue();
        Debrief again = fixture.tables.debriefs.find(ID).orElseThrow().reopened("有新证据", ME, NOW);
        fixture.tables.debriefs.put(ID, again);
        model.comment(pin(), "再看");
        assertThat(sent(Debriefing.Comment.class).edition()).isEqualTo(2);
    }

    @Test
    void one_that_was_opened_is_not_there_before_the_platform_says_so() {
        model.begin("晚高峰", HOUR);
        Debriefing.Open opening = sent(Debriefing.Open.class);
        assertThat(model.opened()).isEmpty();
        assertThat(model.opening()).isTrue();
        assertThat(model.mayBegin()).isNotEmpty();
        fixture.tables.debriefs.put(
                opening.debrief(), Debrief.of(opening.debrief(), "晚高峰", HOUR, ME, NOW.plusSeconds(1)));
        fixture.outbox.table.remove(opening.head().id());
        assertThat(model.opened().orElseThrow().title()).isEqualTo("晚高峰");
        assertThat(model.all()).extracting(d -> d.id()).isEqualTo(List.of(opening.debrief(), ID));
        assertThat(model.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "leader, true, true",
        "supervisor, true, true",
        "duty-leader, true, false",
        "administrator, false, false"
    })
    void posts_may_what_the_platform_lets_them(String post, boolean speaks, boolean signs) {
        fixture = new DeskFixture(post);
        begin();
        assertThat(model.mayComment().isEmpty()).isEqualTo(speaks);
        assertThat(model.mayBegin().isEmpty()).isEqualTo(speaks);
        assertThat(model.maySign().isEmpty()).isEqualTo(signs);
    }

    @Test
    void strangers_see_none() {
        fixture.tables.veil.draw(NOW);
        assertThat(model.all()).isEmpty();
        assertThat(model.opened()).isEmpty();
        assertThat(model.lines()).isEmpty();
    }
}
