package org.chengshu.cases.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.CaseForm;
import org.chengshu.cases.form.CaseFormField;
import org.chengshu.cases.form.CaseForms;
import org.chengshu.cases.form.PublicService;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The kinds of cases that the public may report, as services and service definitions. */
@Component
final class GeoServices {
    private final CaseForms forms;

    GeoServices(CaseForms forms) {
        this.forms = forms;
    }

    PublicService get(String code) {
        return forms.findService(code)
                .orElseThrow(() -> new Fault(CaseError.OPEN311_UNKNOWN, "service_code " + code + " was not found"));
    }

    List<Map<String, Object>> list(Locale language) {
        return forms.services().stream()
                .map(service -> entry(service, language))
                .toList();
    }

    private static Map<String, Object> entry(PublicService service, Locale language) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("service_code", service.kind());
        entry.put("service_name", service.title().in(language));
        entry.put("description", service.description().in(language));
        entry.put("metadata", service.form().isPresent());
        entry.put("type", "realtime");
        entry.put(
                "keywords",
                String.join(", ", language.equals(Locale.ENGLISH) ? service.keywordsEn() : service.keywordsZh()));
        entry.put("group", service.group().in(language));
        return entry;
    }

    Map<String, Object> definition(String code, Locale language) {
        PublicService service = get(code);
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (CaseFormField field : service.form().map(CaseForm::fields).orElse(List.of())) {
            attributes.add(attribute(field, attributes.size() + 1, language));
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", code);
        definition.put("attributes", attributes);
        return definition;
    }

    /** Changes whenever a service or a definition does. */
    String fingerprint() {
        StringBuilder all = new StringBuilder(list(Locale.CHINESE).toString()).append(list(Locale.ENGLISH));
        for (PublicService service : forms.services()) {
            all.append(service.form().map(form -> form.source().toString()).orElse(""));
        }
        return GeoDiscovery.shortened(all.toString());
    }

    private static Map<String, Object> attribute(CaseFormField field, int order, Locale language) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", true);
        attribute.put("code", field.code());
        attribute.put("datatype", field.sort().word());
        attribute.put("required", field.required());
        attribute.put(
                "datatype_description",
                field.help().map(help -> help.in(language)).orElse(null));
        attribute.put("order", order);
        attribute.put("description", field.title().in(language));
        if (!field.choices().isEmpty()) {
            attribute.put(
                    "values",
                    field.choices().stream()
                            .map(choice -> value(choice, language))
                            .toList());
        }
        return attribute;
    }

    private static Map<String, Object> value(CaseFormField.Choice choice, Locale language) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("key", choice.key());
        value.put("name", choice.name().in(language));
        return value;
    }
}
