package org.chengshu.data.standard.door;

import static org.chengshu.data.standard.keep.StandardRights.SAME_FOR_ALL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.DataError;
import org.chengshu.data.Datasets;
import org.chengshu.data.standard.StandardFunction;
import org.chengshu.data.standard.StandardOption;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.chengshu.data.standard.Standards;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/data/v1/standards")
class StandardResource {
    static final int MOST_TEXTS = 1_000;

    private final Standards standards;

    StandardResource(Standards standards) {
        this.standards = standards;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<FunctionView> list() {
        return new CursorPage<>(standards.list().stream().map(FunctionView::of).toList(), Optional.empty());
    }

    @PostMapping("/{name}/try")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "the texts are the caller's own and are not kept")
    CursorPage<Tried> tryOut(@PathVariable String name, @RequestBody Asked asked) {
        List<String> texts = asked.texts().orElse(List.of());
        if (texts.size() > MOST_TEXTS) {
            throw new Fault(
                    DataError.STANDARD_OPTION_FAULTY, "at most " + MOST_TEXTS + " texts at once, not " + texts.size());
        }
        String options = asked.options().orElse(Map.of()).entrySet().stream()
                .filter(option -> !option.getValue().isBlank())
                .map(option -> option.getKey() + "=" + option.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        Standardiser function = standards.get(options.isEmpty() ? name : name + ":" + options);
        return new CursorPage<>(
                texts.stream().map(text -> Tried.of(text, function.apply(text))).toList(), Optional.empty());
    }

    record Asked(Optional<List<String>> texts, Optional<Map<String, String>> options) {}

    record FunctionView(
            String name, Text title, Text help, String example, List<StandardOption> options, List<String> parts) {
        static FunctionView of(StandardFunction function) {
            return new FunctionView(
                    function.name(),
                    function.title(),
                    function.help(),
                    function.example(),
                    function.options(),
                    function.parts());
        }
    }

    /** @param result value, blank or problem */
    record Tried(
            String text,
            String result,
            Optional<String> value,
            Map<String, String> parts,
            Optional<Text> note,
            Optional<String> code,
            Optional<Text> reason,
            Optional<String> suggestion) {
        static Tried of(String text, Standardised made) {
            return switch (made) {
                case Standardised.Value value ->
                    new Tried(
                            text,
                            "value",
                            value.value(),
                            value.parts(),
                            value.note(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
                case Standardised.Blank blank ->
                    new Tried(
                            text,
                            "blank",
                            Optional.empty(),
                            Map.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
                case Standardised.Problem problem ->
                    new Tried(
                            text,
                            "problem",
                            Optional.empty(),
                            Map.of(),
                            Optional.empty(),
                            Optional.of(problem.code()),
                            Optional.of(problem.reason()),
                            problem.suggestion());
            };
        }
    }
}
