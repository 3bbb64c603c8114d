package org.chengshu.place.address;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.chengshu.place.AddressSplit;
import org.chengshu.place.Addresses;
import org.chengshu.place.PlaceError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/place/v1/addresses")
class AddressResource {
    static final int MOST = 1_000;
    private static final String SAME_FOR_ALL =
            "the tree of areas is the same for all, and the address is the caller's own";

    private final Addresses addresses;

    AddressResource(Addresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/split")
    @Access(value = PlacePermissions.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    AddressSplit split(@RequestParam String text, @RequestParam Optional<String> within) {
        return addresses.split(text, within);
    }

    @PostMapping("/split")
    @Access(value = PlacePermissions.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<Answer> splitAll(@RequestBody Asked asked) {
        List<String> texts = asked.texts().orElse(List.of());
        if (texts.size() > MOST) {
            throw new Fault(
                    PlaceError.ADDRESSES_TOO_MANY, "at most " + MOST + " addresses at once, not " + texts.size());
        }
        return new CursorPage<>(
                IntStream.range(0, texts.size())
                        .mapToObj(i -> new Answer(texts.get(i), split(texts.get(i), i, asked.within())))
                        .toList(),
                Optional.empty());
    }

    private AddressSplit split(String text, int at, Optional<String> within) {
        if (text.length() > Addresses.LONGEST) {
            throw new Fault(
                    PlaceError.ADDRESS_TOO_LONG,
                    "texts/" + at + " has " + text.length() + " characters, at most are " + Addresses.LONGEST);
        }
        return addresses.split(text, within);
    }

    record Asked(Optional<List<String>> texts, Optional<String> within) {}

    record Answer(String text, AddressSplit split) {}
}
