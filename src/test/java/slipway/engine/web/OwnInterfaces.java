package slipway.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The web applications' own addresses and ours, which no document describes, in the form of one that does. */
final class OwnInterfaces {
    private static final Map<String, Application> APPLICATIONS = Map.of(
            "cockpit", new CockpitApplication(),
            "admin", new AdminApplication(),
            "tasklist", new TasklistApplication(),
            "welcome", new WelcomeApplication());

    private final ObjectNode document = new ObjectMapper().createObjectNode();
    private final ObjectNode paths = document.putObject("paths");

    static ObjectNode document(RequestMappingHandlerMapping endpoints) {
        OwnInterfaces own = new OwnInterfaces();
        APPLICATIONS.forEach((name, application) -> application.getClasses().stream()
                .map(Resource::from)
                .filter(java.util.Objects::nonNull)
                .forEach(root -> own.add("/camunda/api/" + name + slashed(root.getPath()), root)));
        endpoints
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> own.operation(pattern, verb.name()))));
        return own.document;
    }

    private void add(String path, Resource resource) {
        resource.getResourceMethods().forEach(method -> {
            ArrayNode parameters = operation(path, method.getHttpMethod()).putArray("parameters");
            method.getInvocable().getParameters().stream()
                    .filter(parameter -> parameter.getSourceAnnotation() instanceof QueryParam)
                    .map(Parameter::getSourceName)
                    .forEach(name -> parameters.addObject().put("in", "query").put("name", name));
        });
        ResourceMethod locator = resource.getResourceLocator();
        if (locator != null) {
            Resource below =
                    Resource.from(locator.getInvocable().getHandlingMethod().getReturnType());
            if (below != null) {
                add(path, below);
            }
        }
        resource.getChildResources().forEach(child -> add(path + slashed(child.getPath()), child));
    }

    private ObjectNode operation(String path, String method) {
        ObjectNode known = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
        return known.putObject(method.toLowerCase(Locale.ROOT));
    }

    private static String slashed(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
