package io.contractcheck.maven;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Stops what was started in a project when its build ends without contract:stop, as when another plugin failed it. */
final class BuildEnd {
    private BuildEnd() {}

    /**
     * Listens from now on, beside the listener that is there.
     *
     * @param stop which may be called more than once
     */
    static void of(MavenSession session, MavenProject project, Runnable stop) {
        MavenExecutionRequest request = session.getRequest();
        // Modules that are built side by side have the request in common
        synchronized (request) {
            request.setExecutionListener(listener(request.getExecutionListener(), project, stop));
        }
    }

    private static ExecutionListener listener(@Nullable ExecutionListener before, MavenProject project, Runnable stop) {
        return (ExecutionListener) Proxy.newProxyInstance(
                BuildEnd.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass().equals(Object.class)) {
                        return switch (method.getName()) {
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> BuildEnd.class.getName();
                        };
                    }
                    if (ends(method.getName(), arguments[0], project)) {
                        stop.run();
                    }
                    try {
                        return before == null ? null : method.invoke(before, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean ends(String method, Object event, MavenProject project) {
        return switch (method) {
            case "sessionEnded" -> true;
            case "projectSucceeded", "projectFailed" ->
                event instanceof ExecutionEvent e && project.equals(e.getProject());
            default -> false;
        };
    }
}
