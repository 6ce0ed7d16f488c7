// The bare window of T4: GTK, WebKitGTK, and one page from a file. What no app with a webview can be quicker than.
#include <webkit2/webkit2.h>

int main(int count, char **arguments) {
    gtk_init(&count, &arguments);
    if (count != 2) {
        fprintf(stderr, "usage: window URI\n");
        return 2;
    }
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_default_size(GTK_WINDOW(window), 440, 860);
    GtkWidget *view = webkit_web_view_new();
    gtk_container_add(GTK_CONTAINER(window), view);
    g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
    webkit_web_view_load_uri(WEBKIT_WEB_VIEW(view), arguments[1]);
    gtk_widget_show_all(window);
    gtk_main();
    return 0;
}
