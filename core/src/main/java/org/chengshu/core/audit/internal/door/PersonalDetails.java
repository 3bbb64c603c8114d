package org.chengshu.core.audit.internal.door;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.chengshu.core.crypto.Masking;

/** Masks what is personal in the details of an entry: by the name of the detail, and numbers and addresses within any other. */
final class PersonalDetails {
    private static final Map<String, UnaryOperator<String>> MASKS = masks();

    private PersonalDetails() {}

    static Map<String, String> masked(Map<String, String> details) {
        Map<String, String> masked = new TreeMap<>();
        details.forEach((key, value) -> masked.put(key, mask(key).apply(value)));
        return masked;
    }

    private static UnaryOperator<String> mask(String key) {
        String word = key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return MASKS.entrySet().stream()
                .filter(mask -> word.endsWith(mask.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Masking::within);
    }

    // The longer word first: a phone's name is no person's.
    private static Map<String, UnaryOperator<String>> masks() {
        Map<String, UnaryOperator<String>> masks = new LinkedHashMap<>();
        masks.put("phone", Masking::phone);
        masks.put("mobile", Masking::phone);
        masks.put("idcard", Masking::idCard);
        masks.put("idnumber", Masking::idCard);
        masks.put("email", Masking::email);
        masks.put("mail", Masking::email);
        masks.put("address", Masking::address);
        masks.put("bankcard", Masking::bankCard);
        masks.put("plate", Masking::plate);
        masks.put("displayname", Masking::name);
        masks.put("fullname", Masking::name);
        masks.put("reporter", Masking::name);
        masks.put("contact", Masking::name);
        masks.put("person", Masking::name);
        return masks;
    }
}
