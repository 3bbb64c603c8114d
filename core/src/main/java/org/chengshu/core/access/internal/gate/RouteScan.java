package org.chengshu.core.access.internal.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Route;
import org.chengshu.core.http.RouteBook;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Reads the routes from the framework's own mappings; a route that does not declare itself stops the start. */
@Component
class RouteScan implements RouteBook, SmartInitializingSingleton {
    private static final String ANY_METHOD = "*";

    private final RequestMappingHandlerMapping mappings;
    private List<Route> routes = List.of();

    RouteScan(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @Override
    public List<Route> list() {
        return routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Route> found = new ArrayList<>();
        Set<String> undeclared = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (Declarations.of(method).isPresent()) {
                found.addAll(routes(mapping, Declarations.of(method).get()));
            } else if (!Declarations.describesTheApi(method)) {
                undeclared.add(describe(mapping, method));
            }
        });
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException("routes without @Access: " + undeclared);
        }
        found.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        routes = List.copyOf(found);
    }

    private static List<Route> routes(RequestMappingInfo mapping, Access access) {
        return mapping.getPatternValues().stream()
                .flatMap(
                        path -> methods(mapping).map(method -> new Route(method, path, access.value(), access.audit())))
                .toList();
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(ANY_METHOD) : methods.stream().map(RequestMethod::name);
    }

    private static String describe(RequestMappingInfo mapping, HandlerMethod method) {
        return mapping.getPatternValues() + " " + method.getShortLogMessage();
    }
}
