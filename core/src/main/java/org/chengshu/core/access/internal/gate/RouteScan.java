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
import org.chengshu.core.spi.PermissionSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Reads the routes from the framework's own mappings; a route that does not declare itself stops the start. */
@Component
class RouteScan implements RouteBook, SmartInitializingSingleton {
    private static final String ANY_METHOD = "*";

    private final RequestMappingHandlerMapping mappings;
    private final Reaches reaches;
    private List<Route> routes = List.of();

    RouteScan(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            List<PermissionSource> permissions) {
        this.mappings = mappings;
        this.reaches = new Reaches(permissions);
    }

    @Override
    public List<Route> list() {
        return routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Route> found = new ArrayList<>();
        Set<String> undeclared = new TreeSet<>();
        Set<String> unlimited = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (Declarations.of(method).isPresent()) {
                scan(mapping, method, Declarations.of(method).get(), found, unlimited);
            } else if (!Declarations.describesTheApi(method)) {
                undeclared.add(describe(mapping, method));
            }
        });
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException("routes without @Access: " + undeclared);
        }
        if (!unlimited.isEmpty()) {
            throw new IllegalStateException("routes that do not say what limits them: " + unlimited);
        }
        found.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        routes = List.copyOf(found);
    }

    private void scan(
            RequestMappingInfo mapping, HandlerMethod handler, Access access, List<Route> found, Set<String> faults) {
        boolean stream =
                SseEmitter.class.isAssignableFrom(handler.getReturnType().getParameterType());
        for (String path : mapping.getPatternValues()) {
            methods(mapping).forEach(method -> {
                reaches.fault(method, path, access).ifPresent(why -> faults.add(method + " " + path + ": " + why));
                found.add(new Route(
                        method, path, access.value(), access.audit(), reaches.of(access), access.why(), stream));
            });
        }
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(ANY_METHOD) : methods.stream().map(RequestMethod::name);
    }

    private static String describe(RequestMappingInfo mapping, HandlerMethod method) {
        return mapping.getPatternValues() + " " + method.getShortLogMessage();
    }
}
