package org.chengshu.app.city;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CityController {
    private final CityCard card;

    CityController(Optional<CityCard> card) {
        this.card = card.orElseGet(CityCard::plain);
    }

    @GetMapping("/api/core/v1/city")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    CityCard city() {
        return card;
    }
}
