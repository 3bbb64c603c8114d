package org.chengshu.cases.suggest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.category.CategoryNames;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.suggest.Example.Matter;
import org.chengshu.cases.suggest.Example.Neighbour;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What past cases suggest for one that waits; of the cases that speak for it, those that the viewer may see. */
@RestController
final class SuggestionResource {
    private static final int LONGEST = 4_000;

    private final CaseStore store;
    private final ExampleStore examples;
    private final Learner learner;
    private final CaseKinds kinds;
    private final Organisations organisations;
    private final CategoryNames categories;

    SuggestionResource(
            CaseStore store,
            ExampleStore examples,
            Learner learner,
            CaseKinds kinds,
            Organisations organisations,
            CategoryNames categories) {
        this.store = store;
        this.examples = examples;
        this.learner = learner;
        this.kinds = kinds;
        this.organisations = organisations;
        this.categories = categories;
    }

    @GetMapping("/api/cases/v1/cases/{id}/suggestions")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Suggestions suggest(@PathVariable UUID id, Viewer viewer) {
        Scope scope = viewer.scope(CaseRights.READ);
        CaseFile file =
                store.find(new CaseId(id), scope).orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
        return suggest(
                new Question(
                        Optional.of(id),
                        file.title().zh() + " " + file.description().orElse(""),
                        examples.categoryOf(id)),
                scope);
    }

    /** For a matter that is no case yet. The words come in the body, so no log has them. */
    @PostMapping("/api/cases/v1/suggestions")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Suggestions suggest(@RequestBody Told told, Viewer viewer) {
        String text = told.text().map(String::strip).orElse("");
        if (text.length() > LONGEST) {
            throw new Fault(CaseError.CASE_REPORT_WRONG, "text has more than " + LONGEST + " characters");
        }
        return suggest(new Question(Optional.empty(), text, told.category()), viewer.scope(CaseRights.READ));
    }

    private Suggestions suggest(Question question, Scope scope) {
        return learner.ask(experience -> {
                    List<Neighbour> like = experience.like(question.self(), question.text(), question.category());
                    return new Suggestions(
                            experience.size(),
                            Optional.of(experience.at()),
                            answers(Matter.KIND, like, scope),
                            answers(Matter.CATEGORY, like, scope),
                            answers(Matter.DEPARTMENT, like, scope));
                })
                .orElseGet(() -> new Suggestions(0, Optional.empty(), List.of(), List.of(), List.of()));
    }

    private List<Suggestion> answers(Matter matter, List<Neighbour> like, Scope scope) {
        return Vote.on(matter, like).stream()
                .map(answer -> new Suggestion(
                        answer.value(),
                        title(matter, answer.value()),
                        inUse(matter, answer.value()),
                        answer.share(),
                        answer.words(),
                        answer.cases().stream()
                                .flatMap(one -> store.find(new CaseId(one), scope).stream())
                                .map(LikeCase::of)
                                .toList()))
                .toList();
    }

    private Text title(Matter matter, String value) {
        return switch (matter) {
            case KIND -> kinds.find(value).map(CaseKind::title).orElse(Text.of(value, value));
            case DEPARTMENT -> organisations.find(value).map(Organisation::name).orElse(Text.of(value, value));
            case CATEGORY ->
                categories.find(value).map(CategoryNames.Place::line).orElse(Text.of(value, value));
        };
    }

    private boolean inUse(Matter matter, String value) {
        return switch (matter) {
            case KIND -> kinds.findInUse(value).isPresent();
            case DEPARTMENT -> organisations.find(value).isPresent();
            case CATEGORY ->
                categories.find(value).filter(CategoryNames.Place::inUse).isPresent();
        };
    }

    private record Question(Optional<UUID> self, String text, Optional<String> category) {}

    record Told(Optional<String> text, Optional<String> category) {}

    /** @param learnedFrom how many cases, 0 while nothing has been learned yet */
    record Suggestions(
            int learnedFrom,
            Optional<Instant> learnedAt,
            List<Suggestion> kinds,
            List<Suggestion> categories,
            List<Suggestion> departments) {}

    /** @param inUse whether a case can be given it now */
    record Suggestion(String id, Text title, boolean inUse, double share, List<String> words, List<LikeCase> like) {}

    record LikeCase(UUID id, String number, Text title) {
        static LikeCase of(CaseFile file) {
            return new LikeCase(file.id().value(), file.number(), file.title());
        }
    }
}
