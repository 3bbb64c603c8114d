package org.chengshu.alarm.dependency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.Subject;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(DependencyResource.PATH)
class DependencyResource implements SheetSource {
    static final String PATH = "/api/alarm/v1/dependencies";
    private static final String DEPEND = "alarm:depend";
    private static final int MOST_RULES = 50;

    private final DependencyStore store;
    private final Transactions transactions;
    private final Clock clock;

    DependencyResource(DependencyStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The kind of a subject is {@code device} unless told. */
    record Asked(
            Optional<String> subjectKind,
            String subject,
            Optional<String> parentKind,
            String parent,
            Optional<List<String>> rules) {
        Subject about() {
            return subject(subjectKind, subject);
        }

        Subject on() {
            return subject(parentKind, parent);
        }

        private static Subject subject(Optional<String> kind, String id) {
            if (id == null || id.isBlank()) {
                throw new Fault(AlarmError.DEPENDENCY_WRONG, "name a subject and its parent");
            }
            return new Subject(kind == null ? "device" : kind.orElse("device"), id.strip());
        }
    }

    @GetMapping
    @Access(value = DEPEND, audit = Access.NOT_AUDITED)
    CursorPage<Dependency> list(
            @RequestParam Optional<String> subject, @RequestParam Optional<String> parent, Cursor cursor) {
        return store.list(subject, parent, cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = DEPEND, audit = "alarm.dependency-added")
    Dependency add(@RequestBody Asked asked, Viewer viewer, HttpServletRequest request) {
        AuditNotes.of(request)
                .add("subject", asked.about().key())
                .add("parent", asked.on().key());
        List<String> rules = asked.rules() == null ? List.of() : asked.rules().orElse(List.of());
        if (rules.size() > MOST_RULES) {
            throw new Fault(AlarmError.DEPENDENCY_WRONG, "rules: at most " + MOST_RULES);
        }
        Dependency fresh = new Dependency(
                Ids.at(clock.instant()).toString(),
                Optional.empty(),
                asked.about(),
                asked.on(),
                List.copyOf(rules),
                viewer.displayName(),
                clock.instant());
        transactions.run(() -> put(fresh));
        return fresh;
    }

    private void put(Dependency fresh) {
        if (store.closesACircle(fresh.subject(), fresh.parent())) {
            throw new Fault(
                    AlarmError.DEPENDENCY_WRONG,
                    fresh.parent().id() + " depends on " + fresh.subject().id() + " already");
        }
        if (!store.put(fresh)) {
            throw new Fault(CoreError.CONFLICT, fresh.subject().id() + " depends on this parent already");
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = DEPEND, audit = "alarm.dependency-removed")
    void remove(@PathVariable String id) {
        transactions.run(() -> {
            Dependency there =
                    store.find(id).orElseThrow(() -> new Fault(AlarmError.DEPENDENCY_UNKNOWN, "no dependency " + id));
            if (there.pack().isPresent()) {
                throw new Fault(
                        AlarmError.DEPENDENCY_WRONG,
                        "it belongs to the pack " + there.pack().get() + " and is changed there");
            }
            store.remove(id);
        });
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Dependency.class, PATH, "依赖关系", "Dependencies")
                .with("对象", "Subject", one -> one.subject().id())
                .with("上级", "Parent", one -> one.parent().id())
                .with("规则", "Rules", Dependency::rules)
                .with("主题包", "Pack", Dependency::pack)
                .with("建立人", "Created by", Dependency::createdBy)
                .with("建立时间", "Created", Dependency::createdAt)
                .with("编号", "Id", Dependency::id));
    }
}
