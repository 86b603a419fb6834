package io.hopeit.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps instances running: one that has ended is noted, and another started in its place. */
final class Supervisor implements AutoCloseable {
    private final Scene scene;
    private final Class<?> event;
    private final List<PodProcess> pods = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile int restarts;
    private volatile boolean isOver;

    Supervisor(Scene scene, Class<?> event, String... names) {
        this.scene = scene;
        this.event = event;
        for (String name : names) {
            pods.add(scene.start(name, event));
        }
        pods.forEach(PodProcess::awaitUp);
        this.thread = Thread.ofPlatform().start(this::watch);
    }

    private void watch() {
        try {
            while (!isOver) {
                for (int i = 0; i < pods.size(); i++) {
                    replaceIfDead(i);
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replaceIfDead(int i) {
        var pod = pods.get(i);
        if (!pod.isAlive() && scene.probe().answersPing()) {
            scene.note(pod);
            restarts++;
            pods.set(i, scene.start(pod.name().replaceFirst("\\d*$", "") + restarts, event));
        }
    }

    /** One that is alive, by chance. */
    PodProcess victim(Random random) {
        var alive = pods.stream().filter(PodProcess::isAlive).toList();
        return alive.get(random.nextInt(alive.size()));
    }

    int restarts() {
        return restarts;
    }

    void awaitRestart(int before) {
        await().atMost(Duration.ofSeconds(60)).until(() -> restarts > before);
    }

    @Override
    public void close() throws InterruptedException {
        isOver = true;
        thread.join();
    }
}
