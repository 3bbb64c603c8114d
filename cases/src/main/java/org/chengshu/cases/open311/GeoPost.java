package org.chengshu.cases.open311;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.CaseForm;
import org.chengshu.cases.form.CaseFormField;
import org.chengshu.cases.form.PublicService;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the form of a POST into the report that all doors hand over. An empty argument is as good as none. Pure. */
record GeoPost(Map<String, String[]> form) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    Optional<String> one(String name) {
        return values(name).findFirst();
    }

    private Stream<String> values(String name) {
        return Arrays.stream(form.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    ObjectNode report(PublicService service) {
        ObjectNode report = JSON.objectNode().put("kind", service.kind());
        one("description").ifPresent(text -> report.put("description", text));
        one("address_string").ifPresent(text -> report.put("address", text));
        one("address_id").ifPresent(text -> report.put("addressId", text));
        one("media_url").ifPresent(text -> report.put("mediaUrl", text));
        putPlace(report);
        putReporter(report.putObject("reporter"));
        ObjectNode attributes = JSON.objectNode();
        service.form().map(CaseForm::fields).orElse(List.of()).forEach(field -> putAnswer(attributes, field));
        putUnknown(attributes, service);
        report.set("attributes", attributes);
        return report;
    }

    private void putPlace(ObjectNode report) {
        Optional<String> latitude = one("lat");
        Optional<String> longitude = one("long");
        if (latitude.isPresent() && longitude.isPresent()) {
            report.putArray("position").add(number("long", longitude.get())).add(number("lat", latitude.get()));
        } else if (latitude.isPresent() || longitude.isPresent()) {
            throw new Fault(CaseError.OPEN311_WRONG, "lat and long belong together");
        } else if (one("address_string").isEmpty() && one("address_id").isEmpty()) {
            throw new Fault(
                    CaseError.OPEN311_WRONG, "a location is needed: lat and long, address_string or address_id");
        }
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Fault(CaseError.OPEN311_WRONG, name + " is no number: " + text, e);
        }
    }

    private void putReporter(ObjectNode reporter) {
        String name =
                Stream.concat(values("first_name"), values("last_name")).reduce("", (a, b) -> (a + " " + b).strip());
        if (!name.isEmpty()) {
            reporter.put("name", name);
        }
        one("phone").ifPresent(phone -> reporter.put("phone", phone));
        one("email").ifPresent(email -> reporter.put("email", email));
    }

    private void putAnswer(ObjectNode attributes, CaseFormField field) {
        List<String> given = Stream.concat(
                        values("attribute[" + field.code() + "]"), values("attribute[" + field.code() + "][]"))
                .toList();
        if (given.isEmpty()) {
            return;
        }
        switch (field.sort()) {
            case MULTIVALUELIST -> given.forEach(attributes.withArray(field.code())::add);
            case NUMBER -> putNumber(attributes, field.code(), given.getFirst());
            default -> attributes.put(field.code(), given.getFirst());
        }
    }

    // What is no number is handed on as it is, so that the form itself tells of it.
    private static void putNumber(ObjectNode attributes, String code, String text) {
        try {
            attributes.put(code, new java.math.BigDecimal(text));
        } catch (NumberFormatException e) {
            attributes.put(code, text);
        }
    }

    // An answer to nothing that was asked is told, not dropped.
    private void putUnknown(ObjectNode attributes, PublicService service) {
        List<String> known = service.form().map(CaseForm::fields).orElse(List.of()).stream()
                .map(CaseFormField::code)
                .toList();
        form.keySet().stream()
                .filter(name -> name.startsWith("attribute[") && name.contains("]"))
                .map(name -> name.substring("attribute[".length(), name.indexOf(']')))
                .filter(code -> !known.contains(code))
                .forEach(code -> one("attribute[" + code + "]")
                        .or(() -> one("attribute[" + code + "][]"))
                        .ifPresent(value -> attributes.put(code, value)));
    }
}
