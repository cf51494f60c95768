// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The head of an AppImage (type 2): finds the SquashFS image behind its own ELF file, mounts it by FUSE and starts AppRun in
// it; unpacks it to a temporary folder where FUSE is not to be had. Statically linked, so that it runs on any x86-64 Linux.

#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/config.h>
#undef _POSIX_C_SOURCE
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>

// Sections that tools for updates and signatures look for.
__attribute__((section(".upd_info"), used)) static const char update_information[1024] = {0};
__attribute__((section(".sha256_sig"), used)) static const char signature[1024] = {0};
__attribute__((section(".sig_key"), used)) static const char signature_key[8192] = {0};

// The image is zstd; other codecs, LZO's GPL code among them, stay out of the link.
int lzo1x_decompress_safe(const unsigned char* in, size_t in_size, unsigned char* out, size_t* out_size, void* memory)
{
    (void)in, (void)in_size, (void)out, (void)out_size, (void)memory;
    return -1;
}
int LZ4_decompress_safe(const char* in, char* out, int in_size, int out_size)
{
    (void)in, (void)out, (void)in_size, (void)out_size;
    return -1;
}
int lzma_stream_buffer_decode(void* a, uint32_t b, void* c, const void* d, void* e, size_t f, void* g, void* h, size_t i)
{
    (void)a, (void)b, (void)c, (void)d, (void)e, (void)f, (void)g, (void)h, (void)i;
    return 9;
}

// squashfuse has it, its headers do not.
sqfs_err sqfs_stat(sqfs* fs, sqfs_inode* inode, struct stat* st);

struct image
{
    char path[PATH_MAX];
    size_t offset; // of the SquashFS in the file
};

enum { Failed = 127 };

static void fail(const char* what)
{
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    exit(Failed);
}

// The section headers are an ELF file's last part, unless its last section is.
static size_t elf_size(const char* path)
{
    Elf64_Ehdr head;
    Elf64_Shdr last;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || pread(file, &head, sizeof head, 0) != (ssize_t)sizeof head)
        fail("reading the program");
    size_t end = head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
    const off_t at = (off_t)(head.e_shoff + (size_t)head.e_shentsize * (head.e_shnum - 1u));
    if (pread(file, &last, sizeof last, at) == (ssize_t)sizeof last && last.sh_type != SHT_NOBITS && last.sh_offset + last.sh_size > end)
        end = last.sh_offset + last.sh_size;
    close(file);
    return end;
}

static const char* temporary_folder(void)
{
    const char* folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

static void silence_errors(void)
{
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
}

// ---- Unpacking

static void make_folder(const char* path)
{
    if (mkdir(path, 0755) && errno != EEXIST)
        fail(path);
}

static void make_parents(char* path, size_t from)
{
    for (char* slash = strchr(path + from, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        make_folder(path);
        *slash = '/';
    }
}

static bool unpack_file(sqfs* fs, sqfs_inode* inode, const char* path, mode_t mode)
{
    static char piece[128 * 1024];
    unlink(path);
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0)
        fail(path);
    bool good = true;
    for (sqfs_off_t at = 0; good && (uint64_t)at < inode->xtra.reg.file_size;) {
        sqfs_off_t count = sizeof piece;
        good = sqfs_read_range(fs, inode, at, &count, piece) == SQFS_OK && count > 0;
        if (good && write(file, piece, (size_t)count) != count)
            fail(path); // most likely the disk is full
        at += count;
    }
    fchmod(file, mode);
    close(file);
    return good;
}

static bool unpack_link(sqfs* fs, sqfs_inode* inode, const char* path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(fs, inode, target, &size) != SQFS_OK)
        return false;
    unlink(path);
    return symlink(target, path) == 0;
}

static bool unpack_entry(sqfs* fs, const sqfs_dir_entry* entry, const char* path)
{
    sqfs_inode inode;
    struct stat st;
    if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode((sqfs_dir_entry*)entry)) != SQFS_OK || sqfs_stat(fs, &inode, &st) != SQFS_OK)
        return false;
    if (S_ISDIR(st.st_mode))
        make_folder(path);
    else if (S_ISLNK(st.st_mode))
        return unpack_link(fs, &inode, path);
    else if (S_ISREG(st.st_mode))
        return unpack_file(fs, &inode, path, st.st_mode & 0777);
    return true;
}

// Everything, or what matches a pattern, into a folder.
static bool unpack(const struct image* image, const char* folder, const char* pattern, bool tell)
{
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    char path[2 * PATH_MAX];
    if (sqfs_open_image(&fs, image->path, image->offset) != SQFS_OK || sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) != SQFS_OK)
        return false;
    make_folder(folder);
    bool good = true;
    while (good && sqfs_traverse_next(&walk, &error)) {
        if (walk.dir_end || (pattern && fnmatch(pattern, walk.path, FNM_FILE_NAME | FNM_LEADING_DIR) != 0))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, walk.path);
        make_parents(path, strlen(folder) + 1);
        if (tell)
            puts(path);
        good = unpack_entry(&fs, &walk.entry, path);
    }
    sqfs_traverse_close(&walk);
    return good && error == SQFS_OK;
}

static int remove_entry(const char* path, const struct stat* st, int kind, struct FTW* place)
{
    (void)st, (void)kind, (void)place;
    return remove(path);
}

static void remove_folder(const char* path)
{
    nftw(path, remove_entry, 32, FTW_DEPTH | FTW_PHYS);
}

// ---- Mounting

// The setuid helper hands the opened /dev/fuse back through a socket.
static int ask_fusermount(const char* helper, const char* point)
{
    int ends[2];
    char number[16];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
        return -1;
    const pid_t child = fork();
    if (child == 0) {
        silence_errors();
        close(ends[1]);
        snprintf(number, sizeof number, "%d", ends[0]);
        setenv("_FUSE_COMMFD", number, 1);
        execlp(helper, helper, "-o", "ro,nosuid,nodev,subtype=yichuang", "--", point, (char*)NULL);
        _exit(Failed);
    }
    close(ends[0]);
    char byte;
    char control[CMSG_SPACE(sizeof(int))];
    struct iovec piece = {&byte, 1};
    struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    ssize_t count;
    do {
        count = recvmsg(ends[1], &message, 0);
    } while (count < 0 && errno == EINTR);
    int device = -1;
    const struct cmsghdr* head = count > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    if (head && head->cmsg_type == SCM_RIGHTS)
        memcpy(&device, CMSG_DATA(head), sizeof device);
    close(ends[1]);
    waitpid(child, NULL, 0);
    return device;
}

// Root mounts by itself; others through whichever helper there is: hosts of today have FUSE 3's, older ones FUSE 2's.
static int open_mount(const char* point)
{
    const int device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
    if (device >= 0) {
        char options[128];
        snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=%u,group_id=%u", device, getuid(), getgid());
        if (mount("yichuang", point, "fuse.yichuang", MS_NOSUID | MS_NODEV | MS_RDONLY, options) == 0)
            return device;
        close(device);
    }
    const char* chosen = getenv("FUSERMOUNT_PROG");
    const char* helpers[] = {chosen ? chosen : "fusermount3", "fusermount3", "fusermount"};
    for (size_t at = chosen ? 0 : 1; at < sizeof helpers / sizeof *helpers; ++at) {
        const int opened = ask_fusermount(helpers[at], point);
        if (opened >= 0)
            return opened;
    }
    return -1;
}

static void close_mount(const char* point)
{
    if (umount2(point, MNT_DETACH) == 0)
        return;
    const char* helpers[] = {"fusermount3", "fusermount"};
    for (size_t at = 0; at < 2; ++at) {
        int status = 0;
        const pid_t child = fork();
        if (child == 0) {
            silence_errors();
            execlp(helpers[at], helpers[at], "-u", "-z", "-q", "--", point, (char*)NULL);
            _exit(Failed);
        }
        waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            return;
    }
}

static const struct fuse_lowlevel_ops operations = {
    .getattr = sqfs_ll_op_getattr, .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir, .readdir = sqfs_ll_op_readdir,
    .lookup = sqfs_ll_op_lookup,   .open = sqfs_ll_op_open,       .create = sqfs_ll_op_create,         .release = sqfs_ll_op_release,
    .read = sqfs_ll_op_read,       .readlink = sqfs_ll_op_readlink, .listxattr = sqfs_ll_op_listxattr, .getxattr = sqfs_ll_op_getxattr,
    .forget = sqfs_ll_op_forget,   .statfs = stfs_ll_op_statfs,
};

// Answers the kernel until nobody holds the other end of `life` any more; then takes the mount away. Never returns.
static void serve(const struct image* image, const char* point, int device, int life, int ready)
{
    char path[32];
    char* arguments[] = {"yichuang", NULL};
    struct fuse_args args = FUSE_ARGS_INIT(1, arguments);
    struct fuse_buf request = {0};
    sqfs_ll_chan channel;
    struct fuse_lowlevel_ops ops = operations;
    sqfs_ll* tree = sqfs_ll_open(image->path, image->offset);
    snprintf(path, sizeof path, "/dev/fd/%d", device);
    if (!tree || sqfs_ll_mount(&channel, path, &args, &ops, sizeof ops, tree) != SQFS_OK) {
        close_mount(point);
        rmdir(point);
        _exit(1);
    }
    if (write(ready, "1", 1) != 1)
        _exit(1);
    close(ready);
    for (const int* number = (const int[]){SIGINT, SIGHUP, SIGTERM, SIGPIPE, 0}; *number; ++number)
        signal(*number, SIG_IGN);
    bool leaving = false;
    while (!fuse_session_exited(channel.session)) {
        struct pollfd waits[2] = {{device, POLLIN, 0}, {leaving ? -1 : life, POLLIN, 0}};
        if (poll(waits, 2, -1) < 0 && errno != EINTR)
            break;
        if (!leaving && (waits[1].revents & (POLLHUP | POLLERR))) {
            leaving = true;
            if (fork() == 0) { // unmounting asks this very server something
                close_mount(point);
                rmdir(point);
                _exit(0);
            }
        }
        if (!waits[0].revents)
            continue;
        const int count = fuse_session_receive_buf(channel.session, &request);
        if (count == -EINTR || count == -EAGAIN)
            continue;
        if (count <= 0)
            break;
        fuse_session_process_buf(channel.session, &request);
    }
    _exit(0);
}

// The mount point, or NULL where FUSE is not to be had. It lives as long as this process and what it becomes by exec.
static const char* mount_image(const struct image* image)
{
    static char point[PATH_MAX];
    int ready[2];
    int life[2];
    char byte;
    snprintf(point, sizeof point, "%s/.mount_yichuangXXXXXX", temporary_folder());
    if (!mkdtemp(point))
        fail("making a folder to mount on");
    const int device = open_mount(point);
    if (device < 0) {
        rmdir(point);
        return NULL;
    }
    if (pipe(ready) || pipe(life))
        fail("pipe");
    if (fork() == 0) {
        close(ready[0]);
        close(life[1]);
        setsid();
        const int nowhere = open("/dev/null", O_RDWR);
        for (int standard = 0; nowhere >= 0 && standard <= STDERR_FILENO; ++standard)
            dup2(nowhere, standard);
        serve(image, point, device, life[0], ready[1]);
    }
    close(device);
    close(ready[1]);
    close(life[0]);
    const bool mounted = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (!mounted)
        close(life[1]);
    return mounted ? point : NULL;
}

// ---- Starting

static void become(const struct image* image, const char* folder, char** arguments)
{
    char start[2 * PATH_MAX];
    char here[PATH_MAX];
    setenv("APPIMAGE", image->path, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", arguments[0], 1);
    if (getcwd(here, sizeof here))
        setenv("OWD", here, 1);
    snprintf(start, sizeof start, "%s/AppRun", folder);
    execv(start, arguments);
    fail("starting AppRun");
}

static pid_t running;
static void pass_on(int number)
{
    if (running > 0)
        kill(running, number);
}

static int unpack_and_run(const struct image* image, char** arguments)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s/yichuang-unpacked-XXXXXX", temporary_folder());
    if (!mkdtemp(folder))
        fail("making a temporary folder");
    if (!unpack(image, folder, NULL, false)) {
        fprintf(stderr, "AppImage: the image is damaged\n");
        remove_folder(folder);
        return Failed;
    }
    running = fork();
    if (running == 0) {
        unsetenv("APPIMAGE_EXTRACT_AND_RUN");
        become(image, folder, arguments);
    }
    for (const int* number = (const int[]){SIGTERM, SIGINT, SIGHUP, 0}; *number; ++number)
        signal(*number, pass_on);
    int status = 0;
    while (waitpid(running, &status, 0) < 0 && errno == EINTR) {
    }
    remove_folder(folder);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void show_help(void)
{
    puts("--appimage-extract [PATTERN]     unpack into ./squashfs-root\n"
         "--appimage-extract-and-run …     run without FUSE (or set APPIMAGE_EXTRACT_AND_RUN=1)\n"
         "--appimage-mount                 mount, print where, and wait\n"
         "--appimage-offset                where the SquashFS image begins\n"
         "--appimage-updateinformation, --appimage-version, --appimage-help");
}

int main(int argc, char** argv)
{
    struct image image;
    const char* other = getenv("TARGET_APPIMAGE");
    if (!realpath(other && *other ? other : "/proc/self/exe", image.path))
        fail("finding the image");
    image.offset = elf_size(image.path);
    const char* wish = argc > 1 ? argv[1] : "";
    const char* unpacked = getenv("APPIMAGE_EXTRACT_AND_RUN");
    if (!strcmp(wish, "--appimage-help"))
        return show_help(), 0;
    if (!strcmp(wish, "--appimage-offset"))
        return printf("%zu\n", image.offset) < 0;
    if (!strcmp(wish, "--appimage-version"))
        return puts("type 2 (squashfuse " PACKAGE_VERSION ", FUSE 3)") < 0;
    if (!strcmp(wish, "--appimage-updateinformation"))
        return puts(update_information) < 0;
    if (!strcmp(wish, "--appimage-extract"))
        return unpack(&image, "squashfs-root", argc > 2 ? argv[2] : NULL, true) ? 0 : 1;
    if (!strcmp(wish, "--appimage-extract-and-run")) {
        argv[1] = argv[0];
        return unpack_and_run(&image, argv + 1);
    }
    if (unpacked && *unpacked && strcmp(unpacked, "0") != 0)
        return unpack_and_run(&image, argv);
    const char* point = mount_image(&image);
    if (!point) {
        fprintf(stderr, "AppImage: FUSE is not to be had here; unpacking to a temporary folder instead\n");
        return unpack_and_run(&image, argv);
    }
    if (!strcmp(wish, "--appimage-mount")) {
        puts(point);
        fflush(stdout);
        pause();
        return 0;
    }
    become(&image, point, argv);
}
