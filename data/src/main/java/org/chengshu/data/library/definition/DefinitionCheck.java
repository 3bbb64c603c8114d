package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Optional;
import org.chengshu.data.standard.Standards;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads definitions and checks what they refer to: fields of the library, standard functions. */
@Component("libraryDefinitionCheck")
class DefinitionCheck {
    private final Standards standards;

    DefinitionCheck(Standards standards) {
        this.standards = standards;
    }

    Optional<Library> library(String id, JsonNode json, Faults faults) {
        Optional<Library> library = new LibraryReader(json, faults).read(id);
        for (int i = 0; i < json.path("fields").size(); i++) {
            String at = "/fields/" + i + "/standard";
            JsonWords.word(json.path("fields").path(i), "standard").ifPresent(call -> standard(at, call, faults));
        }
        return library;
    }

    Optional<LibrarySource> source(String id, Library library, JsonNode json, Faults faults) {
        Optional<LibrarySource> source = SourceReader.read(id, library.id(), json, faults);
        source.ifPresent(one -> one.fields().forEach((field, from) -> {
            String at = "/fields/" + field;
            if (library.place(field) < 0) {
                unknownField(at, field, library.names(), faults);
            }
            from.standard().ifPresent(call -> standard(at + "/standard", call, faults));
        }));
        return source;
    }

    private static void unknownField(String at, String field, List<String> names, Faults faults) {
        Optional<String> near = Nearest.of(field, names);
        faults.add(
                at,
                "基础库没有字段 " + field + near.map(one -> "，是否为 " + one + "？").orElse(""),
                "the library has no field " + field
                        + near.map(one -> ", did you mean " + one + "?").orElse(""));
    }

    private void standard(String at, String call, Faults faults) {
        try {
            if (standards.find(call).isEmpty()) {
                List<String> names =
                        standards.list().stream().map(one -> one.name()).toList();
                Optional<String> near = Nearest.of(call, names);
                faults.add(
                        at,
                        "没有标准函数 " + call + near.map(one -> "，是否为 " + one + "？").orElse(""),
                        "there is no standard function " + call
                                + near.map(one -> ", did you mean " + one + "?").orElse(""));
            }
        } catch (Fault e) {
            faults.add(at, "标准函数的参数不对：" + e.getMessage(), e.getMessage());
        }
    }
}
