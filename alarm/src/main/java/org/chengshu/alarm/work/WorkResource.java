package org.chengshu.alarm.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.centre.AlarmQuery;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Unrepeatable;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with one alarm, or with many at once. */
@RestController
@RequestMapping(WorkResource.PATH)
class WorkResource implements SheetSource {
    static final String PATH = "/api/alarm/v1/alarms";

    private final AlarmWork work;
    private final ManyAlarms many;
    private final Assigning assigning;
    private final Alarms alarms;

    WorkResource(AlarmWork work, ManyAlarms many, Assigning assigning, Alarms alarms) {
        this.work = work;
        this.many = many;
        this.assigning = assigning;
        this.alarms = alarms;
    }

    record Comment(String text) {}

    record Shelf(Instant until, String reason) {
        Instant end() {
            if (until == null) {
                throw new Fault(AlarmError.ALARM_INPUT_WRONG, "until: say until when");
            }
            return until;
        }
    }

    record Assignment(Optional<UUID> person) {
        Assignment {
            person = person == null ? Optional.empty() : person;
        }
    }

    record Many(
            Optional<List<UUID>> ids,
            Optional<AlarmQuery> filter,
            Optional<String> note,
            Instant until,
            String reason,
            Optional<UUID> person) {
        Many {
            note = note == null ? Optional.empty() : note.map(String::strip).filter(text -> !text.isEmpty());
            person = person == null ? Optional.empty() : person;
        }

        ManyAlarms.Which which() {
            return new ManyAlarms.Which(ids, filter);
        }
    }

    @PostMapping("/{id}/comment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = AlarmWork.HANDLE, audit = "alarm.commented")
    void comment(@PathVariable UUID id, @RequestBody Comment comment, Viewer viewer) {
        work.comment(new AlarmId(id), viewer, comment.text());
    }

    @PostMapping("/{id}/shelve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = AlarmWork.HANDLE, audit = "alarm.shelved")
    void shelve(@PathVariable UUID id, @RequestBody Shelf shelf, Viewer viewer) {
        work.shelve(new AlarmId(id), viewer, shelf.end(), shelf.reason());
    }

    @PostMapping("/{id}/unshelve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = AlarmWork.HANDLE, audit = "alarm.unshelved")
    void unshelve(@PathVariable UUID id, Viewer viewer) {
        work.unshelve(new AlarmId(id), viewer);
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = AlarmWork.ACKNOWLEDGE, audit = "alarm.acknowledgement-withdrawn")
    void withdraw(@PathVariable UUID id, Viewer viewer) {
        work.withdraw(new AlarmId(id), viewer);
    }

    @PostMapping("/{id}/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = AlarmWork.HANDLE, audit = "alarm.assigned")
    void assign(@PathVariable UUID id, @RequestBody Assignment assignment, Viewer viewer) {
        work.assign(new AlarmId(id), viewer, assignment.person());
    }

    @GetMapping("/{id}/assignees")
    @Access(value = AlarmWork.HANDLE, audit = Access.NOT_AUDITED)
    CursorPage<Assigning.Person> assignees(@PathVariable UUID id, Viewer viewer) {
        return new CursorPage<>(assigning.people(alarms.get(new AlarmId(id), viewer)), Optional.empty());
    }

    @PostMapping("/acknowledge")
    @Unrepeatable
    @Access(value = AlarmWork.ACKNOWLEDGE, audit = "alarm.many-acknowledged")
    ManyAlarms.Done acknowledgeMany(@RequestBody Many asked, Viewer viewer, HttpServletRequest request) {
        return each(asked, viewer, request, id -> alarms.acknowledge(id, viewer, asked.note()));
    }

    @PostMapping("/shelve")
    @Unrepeatable
    @Access(value = AlarmWork.HANDLE, audit = "alarm.many-shelved")
    ManyAlarms.Done shelveMany(@RequestBody Many asked, Viewer viewer, HttpServletRequest request) {
        Instant end = new Shelf(asked.until(), asked.reason()).end();
        return each(asked, viewer, request, id -> work.shelve(id, viewer, end, asked.reason()));
    }

    @PostMapping("/unshelve")
    @Unrepeatable
    @Access(value = AlarmWork.HANDLE, audit = "alarm.many-unshelved")
    ManyAlarms.Done unshelveMany(@RequestBody Many asked, Viewer viewer, HttpServletRequest request) {
        return each(asked, viewer, request, id -> work.unshelve(id, viewer));
    }

    @PostMapping("/withdraw")
    @Unrepeatable
    @Access(value = AlarmWork.ACKNOWLEDGE, audit = "alarm.many-acknowledgements-withdrawn")
    ManyAlarms.Done withdrawMany(@RequestBody Many asked, Viewer viewer, HttpServletRequest request) {
        return each(asked, viewer, request, id -> work.withdraw(id, viewer));
    }

    @PostMapping("/assign")
    @Unrepeatable
    @Access(value = AlarmWork.HANDLE, audit = "alarm.many-assigned")
    ManyAlarms.Done assignMany(@RequestBody Many asked, Viewer viewer, HttpServletRequest request) {
        return each(asked, viewer, request, id -> work.assign(id, viewer, asked.person()));
    }

    private ManyAlarms.Done each(Many asked, Viewer viewer, HttpServletRequest request, Consumer<AlarmId> deed) {
        ManyAlarms.Done done = many.each(asked.which(), viewer, deed);
        AuditNotes.of(request)
                .add("done", Integer.toString(done.done().size()))
                .add("skipped", Integer.toString(done.skipped().size()));
        return done;
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Assigning.Person.class, PATH + "/{id}/assignees", "可指派的人", "People to assign to")
                .with("姓名", "Name", Assigning.Person::name)
                .with("编号", "Id", Assigning.Person::id));
    }
}
