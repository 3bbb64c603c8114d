package org.chengshu.data.standard.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardFunction;
import org.chengshu.data.standard.StandardOption;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.StandardSource;
import org.chengshu.data.standard.Standardised;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.place.AddressSplit;
import org.chengshu.place.Addresses;
import org.springframework.stereotype.Component;

/** The function {@code address}: an address taken apart along the city's areas. */
@Component
final class AddressFunction implements StandardSource {
    private static final Set<String> KINDS = Set.of("province", "city", "district", "street", "community", "grid");
    private static final List<String> PARTS = List.of(
            "area",
            "area-code",
            "province",
            "city",
            "district",
            "street",
            "community",
            "grid",
            "zone",
            "locality",
            "road",
            "number",
            "building",
            "unit",
            "floor",
            "room",
            "rest",
            "confidence");

    private final Addresses addresses;

    AddressFunction(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public List<StandardFunction> functions() {
        return List.of(new StandardFunction(
                "address",
                Text.of("地址", "Address"),
                Text.of("沿区域树拆分：区域、道路、门牌、楼栋、房号", "taken apart along the areas: area, road, number, building, room"),
                "某某区人民路8号",
                List.of(
                        StandardOption.free("within", "地址所在的区域编码", "the code of the area that it lies in"),
                        StandardOption.choice(
                                "area",
                                "认不出区域时：保留或作为问题",
                                "without a certain area: kept, or a problem",
                                "optional",
                                "needed")),
                PARTS,
                this::make));
    }

    private Function<String, Standardised> make(StandardOptions options) {
        Optional<String> within = options.find("within");
        boolean needed = options.is("area", "needed");
        try {
            addresses.split("", within);
        } catch (Fault e) {
            throw options.refused("within", e.getMessage());
        }
        return text -> text.length() > Addresses.LONGEST
                ? Standardised.problem(
                        "TOO_LONG",
                        "超过 " + Addresses.LONGEST + " 个字符",
                        "more than " + Addresses.LONGEST + " characters")
                : made(text, addresses.split(text, within), needed);
    }

    private static Standardised made(String text, AddressSplit split, boolean needed) {
        if (needed && split.areaPath().isEmpty()) {
            String zh = words(split, true);
            return Standardised.problem(
                    "NO_AREA", zh.isEmpty() ? "没有确定的区域" : zh, zh.isEmpty() ? "no certain area" : words(split, false));
        }
        Standardised.Value value = Standardised.of(Characters.compact(text), parts(split));
        return split.doubts().isEmpty() ? value : value.noting(words(split, true), words(split, false));
    }

    private static String words(AddressSplit split, boolean chinese) {
        return split.doubts().stream()
                .map(doubt -> chinese ? doubt.zh() : doubt.en())
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static Map<String, String> parts(AddressSplit split) {
        Map<String, String> parts = new HashMap<>();
        split.areaPath().ifPresent(path -> parts.put("area", path));
        split.area().ifPresent(area -> parts.put("area-code", area.code()));
        split.areas().forEach(area -> {
            if (KINDS.contains(area.kind())) {
                parts.put(area.kind(), area.name().zh());
            }
        });
        split.zone().ifPresent(word -> parts.put("zone", word));
        split.locality().ifPresent(word -> parts.put("locality", word));
        split.road().ifPresent(word -> parts.put("road", word));
        split.number().ifPresent(word -> parts.put("number", word));
        split.building().ifPresent(word -> parts.put("building", word));
        split.unit().ifPresent(word -> parts.put("unit", word));
        split.floor().ifPresent(word -> parts.put("floor", word));
        split.room().ifPresent(word -> parts.put("room", word));
        if (!split.rest().isEmpty()) {
            parts.put("rest", split.rest());
        }
        parts.put("confidence", String.valueOf(split.confidence()));
        return parts;
    }
}
