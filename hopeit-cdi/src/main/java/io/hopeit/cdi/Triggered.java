package io.hopeit.cdi;

import io.hopeit.DeleteEvent;
import io.hopeit.GetEvent;
import io.hopeit.MultipartEvent;
import io.hopeit.PatchEvent;
import io.hopeit.PostEvent;
import io.hopeit.PutEvent;
import io.hopeit.ServiceEvent;
import io.hopeit.SetupEvent;
import io.hopeit.StreamEvent;
import io.hopeit.spi.Docs;
import io.hopeit.spi.Trigger.Http.Method;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.util.List;

/** The trigger annotation of a class, in one shape. */
sealed interface Triggered {
    /** The annotations that make a class an event. */
    List<Class<? extends Annotation>> ANNOTATIONS = List.of(
            GetEvent.class,
            PostEvent.class,
            PutEvent.class,
            PatchEvent.class,
            DeleteEvent.class,
            MultipartEvent.class,
            StreamEvent.class,
            ServiceEvent.class,
            SetupEvent.class);

    /** The event's name, or empty. */
    String name();

    /** What a developer would call it. */
    String kind();

    /** What is told about the event. */
    default Docs docs() {
        return Docs.NONE;
    }

    /** A request. */
    record Http(String name, String route, Docs docs, Method method, boolean multipart) implements Triggered {
        @Override
        public String kind() {
            return "is an HTTP event";
        }
    }

    /** A message. */
    record Read(String name, StreamEvent event) implements Triggered {
        @Override
        public String kind() {
            return "reads a stream";
        }
    }

    /** A service. */
    record Service(String name) implements Triggered {
        @Override
        public String kind() {
            return "is a service";
        }
    }

    /** The start of the application. */
    record Setup(String name, int order) implements Triggered {
        @Override
        public String kind() {
            return "runs at start";
        }
    }

    static List<Annotation> find(AnnotatedType<?> type) {
        return ANNOTATIONS.stream()
                .<Annotation>map(type::getAnnotation)
                .filter(annotation -> annotation != null)
                .toList();
    }

    static Triggered read(Annotation trigger) {
        return switch (trigger) {
            case GetEvent e -> http(Method.GET, e.value(), e.route(), new Docs(e.summary(), e.description()));
            case PostEvent e -> http(Method.POST, e.value(), e.route(), new Docs(e.summary(), e.description()));
            case PutEvent e -> http(Method.PUT, e.value(), e.route(), new Docs(e.summary(), e.description()));
            case PatchEvent e -> http(Method.PATCH, e.value(), e.route(), new Docs(e.summary(), e.description()));
            case DeleteEvent e -> http(Method.DELETE, e.value(), e.route(), new Docs(e.summary(), e.description()));
            case MultipartEvent e ->
                new Http(e.value(), e.route(), new Docs(e.summary(), e.description()), Method.POST, true);
            case StreamEvent e -> new Read(e.value(), e);
            case ServiceEvent e -> new Service(e.value());
            case SetupEvent e -> new Setup(e.value(), e.order());
            default -> throw new IllegalArgumentException("no trigger: " + trigger);
        };
    }

    private static Http http(Method method, String name, String route, Docs docs) {
        return new Http(name, route, docs, method, false);
    }
}
