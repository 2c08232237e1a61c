package io.contractcheck.maven;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook;
import io.contractcheck.service.Keeper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a service may need: another one, started by a hook, with a key to it. */
public final class Backend implements ResourceHook {
    static final String KEY = "k3y-of-the-backend";

    /** For the service loader. */
    public Backend() {}

    @Override
    public Resource open(HookContext context) {
        context.secret("BACKEND_KEY", KEY);
        try {
            String port = free();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            context.required("backendClassPath"),
                            StartedService.class.getName(),
                            port)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Keeper keeper = Keeper.start();
            keeper.kill(process.toHandle());
            Map<String, String> provided = new LinkedHashMap<>();
            provided.put("backendPort", port);
            provided.put("backendKey", KEY);
            return Resource.of("backend on port " + port + " with " + KEY, provided, keeper::act);
        } catch (IOException e) {
            throw new HookException("the backend cannot be started: " + e.getMessage(), e);
        }
    }

    private static String free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return Integer.toString(free.getLocalPort());
        }
    }
}
