package io.contractcheck.internal.engine;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that end with the JVM and load classes as the thread that asks for them. */
final class Threads {
    /** From here on, threads of the operating system cost more than the virtual ones of newer JDKs. */
    private static final int MANY = 64;

    private Threads() {}

    /** @param count how many there will be */
    static ThreadFactory named(String name, int count) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        ThreadFactory plain = count < MANY ? Threads::platform : virtual();
        return task -> {
            Thread thread = plain.newThread(task);
            thread.setName(name + "-" + number.incrementAndGet());
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    private static Thread platform(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /** Virtual threads came with JDK 21, and this is compiled for 17. */
    private static ThreadFactory virtual() {
        try {
            Method ofVirtual = Thread.class.getMethod("ofVirtual");
            Object builder = ofVirtual.invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            return Threads::platform;
        }
    }
}
