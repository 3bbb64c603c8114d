package org.chengshu.app.city;

import java.util.List;
import org.chengshu.kernel.Text;

/**
 * What a city tells a stranger at its door: its name, and, when it is a demonstration, the labelled accounts to try it
 * with and what to click first. A real city has neither accounts nor a tour here.
 */
public record CityCard(Text name, boolean demo, List<DemoAccount> accounts, List<Step> tour) {
    public CityCard {
        accounts = List.copyOf(accounts);
        tour = List.copyOf(tour);
        if (!demo && !(accounts.isEmpty() && tour.isEmpty())) {
            throw new IllegalArgumentException("only a demonstration shows accounts and a tour");
        }
    }

    static CityCard plain() {
        return new CityCard(Text.of("城枢", "Chengshu"), false, List.of(), List.of());
    }

    /** An account that anybody may use; exists in a demonstration only. */
    public record DemoAccount(String name, String password, Text role) {}

    /** One thing to click, and the page where it is. */
    public record Step(Text text, String page) {}
}
