export interface paths {
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit Entries
         * @description List what was done, and by whom, the latest first.
         */
        get: operations["list_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Backups
         * @description List every backup, the newest first, and how the last restore ended.
         */
        get: operations["list_backups"];
        put?: never;
        /**
         * Make Backup
         * @description Queue a backup; while one waits already, that one is returned.
         */
        post: operations["make_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Backup
         * @description Return what a backup says of itself.
         */
        get: operations["get_backup"];
        put?: never;
        post?: never;
        /**
         * Delete Backup
         * @description Delete a backup for good.
         */
        delete: operations["delete_backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Backup
         * @description Queue a check to the last byte: is it whole, and could it be restored here?
         */
        post: operations["check_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Backup
         * @description Download a backup: one ZIP archive, to be kept as carefully as the installation itself.
         */
        get: operations["download_backup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Backup
         * @description Queue a restore: the backup is checked, then the server starts again with its state.
         *
         *     Whatever refuses leaves everything as it is. The state before is kept as a backup, everybody is
         *     signed out, and `GET /backups` says how it ended.
         */
        post: operations["restore_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cleanup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clean Up
         * @description Queue the sweep that runs each night by itself: it forgets what is older than it is kept.
         */
        post: operations["clean_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cleanup/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Cleanup
         * @description Tell how much the sweep would forget now; nothing is changed.
         */
        post: operations["preview_cleanup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow Events
         * @description Follow what changes, as server-sent events.
         *
         *     After a break, `Last-Event-ID` goes on where it was: nothing is lost, nothing comes twice. An
         *     event `resync` says that too much was missed: read again whatever is shown.
         *
         *     The topic `logs` is the log as it is said, for admins: `logs.written` holds entries, and how
         *     many were passed over because there were too many. It has no id: `/logs` has what was before.
         */
        get: operations["follow_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Faults
         * @description List what is wrong with files on the disk, in the order it was found.
         */
        get: operations["list_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Features
         * @description Tell which capabilities are switched on; a client hides the others.
         */
        get: operations["list_features"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Everything
         * @description Count what the installation holds: rows by room and table, bytes, backups.
         */
        get: operations["count_everything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Folders
         * @description List the folders on the server's disk in which a library may lie.
         */
        get: operations["list_folders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description List jobs, the newest first; `next` is the `before` of the next page.
         */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Job
         * @description Return the one job whose id this is, or begins or ends with it.
         */
        get: operations["find_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job Statistics
         * @description Tell how the jobs of the last days fared, by kind and day, the latest day first.
         */
        get: operations["get_job_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job
         * @description Return everything about one job, with its steps in the order they ended.
         */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Job
         * @description Raise or lower a job that still waits.
         */
        patch: operations["change_job"];
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Job Again
         * @description Queue a new job with the arguments of one that has ended.
         */
        post: operations["run_job_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Job
         * @description Cancel a job that waits at once; ask one that runs to end.
         */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Job Lines
         * @description List the lines of a job's log in order, from the one after line `after` on.
         */
        get: operations["list_job_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Libraries
         * @description List every library, how it is watched, and how much it holds.
         */
        get: operations["list_libraries"];
        put?: never;
        /**
         * Add Library
         * @description Make a library of folders on the server's disk; nothing in them is touched.
         */
        post: operations["add_library"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/libraries/{library_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Library
         * @description Return a library, how it is watched, and how much it holds.
         */
        get: operations["get_library"];
        put?: never;
        post?: never;
        /**
         * Remove Library
         * @description Forget a library and what is known of its titles; its files stay as they are.
         */
        delete: operations["remove_library"];
        options?: never;
        head?: never;
        /**
         * Change Library
         * @description Change a library's name, its language or its folders; nothing on the disk is touched.
         *
         *     What lay in a folder that is removed is missing at once. A scan finds again what now lies in
         *     another folder of the library, as it was; the rest is forgotten after the days of grace, and
         *     what was decided about it is kept. Adding the folder again before that brings all of it back.
         */
        patch: operations["change_library"];
        trace?: never;
    };
    "/api/v1/libraries/{library_id}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scan
         * @description Queue a scan of a library; while one waits already, that one is returned.
         */
        post: operations["scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Log Entries
         * @description List what the server has said, the newest first; after a place, the oldest first.
         */
        get: operations["list_log_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Log
         * @description Return the whole log as one compressed file, one JSON document in each line.
         */
        get: operations["download_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Schedules
         * @description List what starts by itself, and when it does next; the next one first.
         */
        get: operations["list_schedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Schedule
         * @description Change when a schedule starts, pause it, or let it go on; it catches nothing up.
         */
        patch: operations["change_schedule"];
        trace?: never;
    };
    "/api/v1/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run Schedule
         * @description Queue a schedule's job at once; when it is due next stays as it is.
         */
        post: operations["run_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description List the devices on which the caller is signed in.
         */
        get: operations["list_sessions"];
        put?: never;
        /**
         * Sign In
         * @description Sign in with name and password.
         */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Caller
         * @description Tell who makes this request.
         */
        get: operations["show_caller"];
        put?: never;
        post?: never;
        /**
         * Sign Out
         * @description End the session that asks.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Other Sessions
         * @description End every session of the caller but the one that asks.
         */
        delete: operations["end_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh Session
         * @description Exchange the refresh token, from the body or the cookie, for new tokens.
         */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description End a session: one's own, and for an admin anybody's.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description List all settings with their values, defaults and help, and the locked configuration.
         */
        get: operations["list_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Settings
         * @description Return everything that was set, without secrets, as it can be imported elsewhere.
         */
        get: operations["export_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Changes
         * @description List who changed what, the newest first.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Settings
         * @description Set everything that an exported document names, or only tell what that would change.
         */
        post: operations["import_settings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Settings
         * @description Return the settings of this name.
         */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Settings
         * @description Set some fields; 409 when somebody else has changed them since `version` was seen.
         */
        patch: operations["change_settings"];
        trace?: never;
    };
    "/api/v1/settings/{name}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Settings
         * @description Give some fields, or all, their defaults back.
         */
        post: operations["reset_settings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Setup
         * @description Tell whether the first admin is still to be made.
         */
        get: operations["show_setup"];
        put?: never;
        /**
         * Set Up
         * @description Make the first admin, once, and sign them in.
         */
        post: operations["set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Titles
         * @description List titles by pages, narrowed by filters; movies and series unless `kind` says others.
         */
        get: operations["list_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Titles
         * @description Count titles under the same filters as the list, by every value they have.
         */
        get: operations["count_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find Title
         * @description Return everything about the one title of this name or id; 409 when several answer to it.
         */
        get: operations["find_title"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inventory
         * @description List titles of every kind with their files, tracks and artwork, as a script wants them.
         *
         *     `title` means it and all below; with `folder`, a page may be empty before the last.
         */
        get: operations["list_inventory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/monitor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Monitor Titles
         * @description Let automation look after many titles and everything below them, or leave them all alone.
         *
         *     They are named in the body, or all those that the list shows under the same filters; all movies
         *     and series are meant by both of these kinds.
         */
        post: operations["monitor_titles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Titles
         * @description Find titles by the beginnings of words, whatever their case, accents, or one typo.
         */
        get: operations["search_titles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Title
         * @description Return everything about a title; 304 when the caller has it as it is.
         */
        get: operations["get_title"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Title
         * @description Let automation look after a title and everything below it, or leave it all alone.
         */
        patch: operations["change_title"];
        trace?: never;
    };
    "/api/v1/titles/{title_id}/artwork/{artwork_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Artwork
         * @description Return a picture beside the media, as WebP; named by its `version`, it may be kept.
         */
        get: operations["get_artwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/titles/{title_id}/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Identify Title
         * @description Say which work a movie or series is, in the place of what its name and its NFO file say.
         *
         *     These ids are locked: no scan changes them, and they return with the title after it was gone.
         *     409 when another title of the library has one of them.
         */
        put: operations["identify_title"];
        post?: never;
        /**
         * Take Ids Back
         * @description Let the name and the NFO file of a movie or series say again which work it is.
         *
         *     A scan that reads them is queued; ids that nobody has said by hand stay as they are.
         */
        delete: operations["take_ids_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description List the caller's API tokens.
         */
        get: operations["list_tokens"];
        put?: never;
        /**
         * Make Token
         * @description Make an API token; its text is told this once.
         */
        post: operations["make_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Token
         * @description Let an API token be valid no longer: one's own, and for an admin anybody's.
         */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description List everybody who may sign in.
         */
        get: operations["list_users"];
        put?: never;
        /**
         * Add User
         * @description Add somebody who may sign in.
         */
        post: operations["add_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Own Password
         * @description Change one's password; every other session of the caller ends.
         */
        put: operations["change_own_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All Tokens
         * @description List everybody's API tokens, without their texts.
         */
        get: operations["list_all_tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show User
         * @description Show a user.
         */
        get: operations["show_user"];
        put?: never;
        post?: never;
        /**
         * Remove User
         * @description Remove a user with their sessions and tokens.
         */
        delete: operations["remove_user"];
        options?: never;
        head?: never;
        /**
         * Change Role
         * @description Give a user another role, at once.
         */
        patch: operations["change_role"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Password
         * @description Give a user another password; their sessions end.
         */
        put: operations["set_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions Of
         * @description List the devices on which a user is signed in.
         */
        get: operations["list_sessions_of"];
        put?: never;
        post?: never;
        /**
         * End Sessions Of
         * @description Sign a user out everywhere; their API tokens stay.
         */
        delete: operations["end_sessions_of"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Token For
         * @description Make an API token of a user; its text is told this once, and no token may ask for it.
         */
        post: operations["make_token_for"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Return every figure in the text format of Prometheus.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ArtworkDocument
         * @description A picture beside the media; its `version` changes when the picture does.
         */
        ArtworkDocument: {
            /** Number */
            number: number;
            /** Path */
            path: string;
            /** Type */
            type: string;
            /** Version */
            version: string;
        };
        /**
         * Attachment
         * @description A file inside the container, such as a font or a cover; its bytes are never read.
         */
        Attachment: {
            /** Media Type */
            media_type?: string | null;
            /** Name */
            name: string;
            /**
             * Size Bytes
             * @default 0
             */
            size_bytes: number;
        };
        /**
         * AudioTrack
         * @description One sound track; `language` is a normalised BCP 47 tag, `language_written` as in the file.
         *
         *     `is_default` is Matroska's FlagDefault (absent means true) or MP4's track_enabled. `bitrate` is
         *     in bits per second, `sample_rate` in hertz. `number` is the container's own name of the track:
         *     Matroska's TrackNumber or MP4's track_ID.
         */
        AudioTrack: {
            /** Bit Depth */
            bit_depth?: number | null;
            /** Bitrate */
            bitrate?: number | null;
            /**
             * Channels
             * @default 0
             */
            channels: number;
            /**
             * Codec
             * @default
             */
            codec: string;
            /** Index */
            index: number;
            /**
             * Is Commentary
             * @default false
             */
            is_commentary: boolean;
            /**
             * Is Default
             * @default true
             */
            is_default: boolean;
            /**
             * Is Dub
             * @default false
             */
            is_dub: boolean;
            /**
             * Is Enabled
             * @default true
             */
            is_enabled: boolean;
            /**
             * Is Forced
             * @default false
             */
            is_forced: boolean;
            /**
             * Is Hearing Impaired
             * @default false
             */
            is_hearing_impaired: boolean;
            /**
             * Is Original
             * @default false
             */
            is_original: boolean;
            /**
             * Is Visual Impaired
             * @default false
             */
            is_visual_impaired: boolean;
            /**
             * Language
             * @default und
             */
            language: string;
            /** Language Written */
            language_written?: string | null;
            /** Layout */
            layout?: string | null;
            /** Number */
            number?: number | null;
            /** Profile */
            profile?: string | null;
            /** Sample Rate */
            sample_rate?: number | null;
            /** Title */
            title?: string | null;
        };
        /**
         * AuditEntries
         * @description A page of what was done, the latest first; `next` names where the following page begins.
         */
        AuditEntries: {
            /** Entries */
            entries: components["schemas"]["AuditEntryDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * AuditEntryDocument
         * @description What somebody did.
         */
        AuditEntryDocument: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Address */
            address: string;
            /** At */
            at: string;
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Subject */
            subject: string;
            /** User Id */
            user_id: string | null;
        };
        /**
         * BackupDocument
         * @description A backup; of a file that cannot be read as one, only `fault` says why.
         */
        BackupDocument: {
            /** Database */
            database?: ("sqlite" | "postgresql") | null;
            /** Database Schema */
            database_schema?: string | null;
            /** Fault */
            fault?: string | null;
            /** Made At */
            made_at?: string | null;
            /** Made By */
            made_by?: string | null;
            /** Name */
            name: string;
            reason?: components["schemas"]["Reason"] | null;
            /** Rows */
            rows?: number | null;
            /** Size Bytes */
            size_bytes: number;
            /** Version */
            version?: string | null;
        };
        /**
         * Backups
         * @description Every backup, the newest first, where new ones go, and the last restore.
         */
        Backups: {
            /** Backups */
            backups: components["schemas"]["BackupDocument"][];
            /** Folder */
            folder: string;
            restore: components["schemas"]["RestoreDocument"] | null;
        };
        /**
         * CallerDocument
         * @description Who makes this request, and what they may do in it; the terminal has no `user_id`.
         */
        CallerDocument: {
            /** Name */
            name: string;
            /** Reads Only */
            reads_only: boolean;
            role: components["schemas"]["Role"];
            /** Session Id */
            session_id: string | null;
            /** Token Id */
            token_id: string | null;
            /** User Id */
            user_id: string | null;
        };
        /**
         * Chapter
         * @description A named point in the film, in seconds from its start.
         */
        Chapter: {
            /** Start Seconds */
            start_seconds: number;
            /** Title */
            title?: string | null;
        };
        /**
         * ChildDocument
         * @description A season or an episode, below its parent.
         */
        ChildDocument: {
            /** Added At */
            added_at: string;
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Monitored */
            is_monitored: boolean;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Picture Version */
            picture_version: string | null;
            /** Premiered */
            premiered: string | null;
            /** Runtime Minutes */
            runtime_minutes: number | null;
            /** Season Number */
            season_number: number | null;
            state: components["schemas"]["TitleState"];
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Credentials
         * @description A name and a password; a browser asks for cookies, which its pages cannot read.
         */
        Credentials: {
            /**
             * Name
             * @example ada
             */
            name: string;
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * With Cookies
             * @default false
             */
            with_cookies: boolean;
        };
        /**
         * DayDocument
         * @description How the jobs of one kind fared that ended on one day, in UTC.
         */
        DayDocument: {
            /** Average Seconds */
            average_seconds: number | null;
            /** Cancelled */
            cancelled: number;
            /** Completed */
            completed: number;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Failed */
            failed: number;
            /** Kind */
            kind: string;
            /** Longest Seconds */
            longest_seconds: number | null;
            /** Skipped */
            skipped: number;
            /** Success Rate */
            success_rate: number | null;
        };
        /**
         * EditDocument
         * @description One field that changes.
         */
        EditDocument: {
            after: components["schemas"]["JsonValue"];
            before: components["schemas"]["JsonValue"];
            /** Field */
            field: string;
            /** Name */
            name: string;
        };
        /**
         * Facets
         * @description How many of the titles meant have each value, by the filter that would narrow to it.
         */
        Facets: {
            /** Facets */
            facets: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Total */
            total: number;
        };
        /**
         * FaultDocument
         * @description What is wrong with one file on the disk.
         */
        FaultDocument: {
            /** Found At */
            found_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /**
             * Path
             * Format: path
             */
            path: string;
            /** Reason */
            reason: string;
        };
        /**
         * FaultsPage
         * @description Faults, in the order they were found; `next` is the `after` of the next page.
         */
        FaultsPage: {
            /** Faults */
            faults: components["schemas"]["FaultDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * FeatureSettings
         * @description What this installation offers; what is off is refused, and not shown.
         */
        FeatureSettings: {
            /**
             * Metrics
             * @description Let a monitoring system read figures at /metrics.
             * @default true
             */
            metrics: boolean;
        };
        /**
         * FiguresDocument
         * @description An installation in numbers: rows by room and table, the oldest of each history, bytes.
         */
        FiguresDocument: {
            /** Backups */
            backups: number;
            /** Backups Bytes */
            backups_bytes: number;
            /** Database Bytes */
            database_bytes: number;
            /** Newest Backup */
            newest_backup: string | null;
            /** Oldest */
            oldest: {
                [key: string]: string | null;
            };
            /** Rooms */
            rooms: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Rows */
            rows: number;
        };
        /**
         * FileDocument
         * @description A media file with its tracks; `part` numbers the parts of one version.
         */
        FileDocument: {
            /** Attachments */
            attachments: components["schemas"]["Attachment"][];
            /** Audio */
            audio: components["schemas"]["AudioTrack"][];
            /** Bitrate */
            bitrate: number | null;
            /** Chapters */
            chapters: components["schemas"]["Chapter"][];
            /** Container */
            container: string | null;
            /** Duration Seconds */
            duration_seconds: number | null;
            /** Edition */
            edition: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Part */
            part: number | null;
            /** Path */
            path: string;
            /** Role */
            role: string;
            /** Size Bytes */
            size_bytes: number;
            /** Stereo */
            stereo: string | null;
            /** Subtitles */
            subtitles: components["schemas"]["SubtitleTrack"][];
            /** Version */
            version: string | null;
            /** Video */
            video: components["schemas"]["VideoTrack"][];
        };
        /**
         * FolderDocument
         * @description A folder on the server's disk in which a library may lie; `library` when one has it.
         */
        FolderDocument: {
            /** Library */
            library: string | null;
            /** Name */
            name: string;
            /** Path */
            path: string;
        };
        /**
         * FolderListing
         * @description A folder and those in it; without a `path`, the places where libraries may begin.
         */
        FolderListing: {
            /** Folders */
            folders: components["schemas"]["FolderDocument"][];
            /** Is Whole */
            is_whole: boolean;
            /** Media Files */
            media_files: number;
            /** Parent */
            parent: string | null;
            /** Path */
            path: string | null;
        };
        /**
         * ForgottenDocument
         * @description How much is, or would be, forgotten: `sign_ins` are expired sessions and API tokens.
         */
        ForgottenDocument: {
            /** Audit Entries */
            audit_entries: number;
            /** Events */
            events: number;
            /** Jobs */
            jobs: number;
            /** Settings Changes */
            settings_changes: number;
            /** Sign Ins */
            sign_ins: number;
        };
        /**
         * FoundTitleDocument
         * @description A title that was searched, and how well it fits; an episode with the name of its series.
         */
        FoundTitleDocument: {
            /** Added At */
            added_at: string;
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Imdb Id */
            imdb_id: string | null;
            /** Is Monitored */
            is_monitored: boolean;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /**
             * Match
             * @enum {string}
             */
            match: "exact" | "prefix" | "word" | "elsewhere" | "typo";
            /** Missing Since */
            missing_since: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Premiered */
            premiered: string | null;
            /** Season Number */
            season_number: number | null;
            /** Series */
            series: string | null;
            state: components["schemas"]["TitleState"];
            /** Title */
            title: string;
            /** Tmdb Id */
            tmdb_id: number | null;
            /** Tvdb Id */
            tvdb_id: number | null;
            /** Year */
            year: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * FoundTitles
         * @description What was found, best first.
         */
        FoundTitles: {
            /** Titles */
            titles: components["schemas"]["FoundTitleDocument"][];
        };
        /**
         * HdrKind
         * @description How a video track carries more than standard brightness; `SDR` when it does not.
         * @enum {string}
         */
        HdrKind: "SDR" | "HDR10" | "HDR10+" | "HLG" | "Dolby Vision";
        /**
         * IdsDocument
         * @description What others call a title.
         */
        IdsDocument: {
            /** Imdb */
            imdb: string | null;
            /** Tmdb */
            tmdb: number | null;
            /** Tvdb */
            tvdb: number | null;
        };
        /**
         * ImportOutcome
         * @description What an import changes; `is_preview` says that nothing was changed yet.
         */
        ImportOutcome: {
            /** Edits */
            edits: components["schemas"]["EditDocument"][];
            /** Is Preview */
            is_preview: boolean;
        };
        /**
         * InventoryPage
         * @description Titles with all that is known of them; `next` is the `after` of the next page, if any.
         *
         *     Paths are exact: a byte that is not UTF-8 is a lone surrogate, as Python writes it in JSON.
         */
        InventoryPage: {
            /** Next */
            next: string | null;
            /** Titles */
            titles: {
                [key: string]: unknown;
            }[];
        };
        /**
         * JobDetail
         * @description A job with its steps, in the order they ended.
         */
        JobDetail: {
            /** After Id */
            after_id: string | null;
            /** Again Of Id */
            again_of_id: string | null;
            /** Arguments */
            arguments: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Asked By */
            asked_by: string | null;
            /** Attempt */
            attempt: number;
            /** Attempts Allowed */
            attempts_allowed: number;
            /** Cancel Asked */
            cancel_asked: boolean;
            /** Current */
            current: number | null;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string | null;
            /** Eta At */
            eta_at: string | null;
            /** Failures */
            failures: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string | null;
            /** Kind */
            kind: string;
            /** Message */
            message: string | null;
            /** Percent */
            percent: number | null;
            /** Priority */
            priority: string;
            /** Queued At */
            queued_at: string;
            /** Result */
            result: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /** Run After */
            run_after: string;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Step */
            step: string | null;
            /** Steps */
            steps: components["schemas"]["StepDocument"][];
            /** Title */
            title: string;
            /** Total */
            total: number | null;
            /** Worker */
            worker: string | null;
        };
        /**
         * JobDocument
         * @description A job; `failures` of its `attempts_allowed` are used up, `percent` is from 0 to 100.
         */
        JobDocument: {
            /** After Id */
            after_id: string | null;
            /** Again Of Id */
            again_of_id: string | null;
            /** Arguments */
            arguments: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Asked By */
            asked_by: string | null;
            /** Attempt */
            attempt: number;
            /** Attempts Allowed */
            attempts_allowed: number;
            /** Cancel Asked */
            cancel_asked: boolean;
            /** Current */
            current: number | null;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string | null;
            /** Eta At */
            eta_at: string | null;
            /** Failures */
            failures: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string | null;
            /** Kind */
            kind: string;
            /** Message */
            message: string | null;
            /** Percent */
            percent: number | null;
            /** Priority */
            priority: string;
            /** Queued At */
            queued_at: string;
            /** Result */
            result: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /** Run After */
            run_after: string;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Step */
            step: string | null;
            /** Title */
            title: string;
            /** Total */
            total: number | null;
            /** Worker */
            worker: string | null;
        };
        /**
         * JobPatch
         * @description What can be changed about a job that waits.
         */
        JobPatch: {
            /**
             * Priority
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "webhook";
        };
        /**
         * JobStatistics
         * @description How jobs fared, the latest day first.
         */
        JobStatistics: {
            /** Days */
            days: components["schemas"]["DayDocument"][];
        };
        /**
         * JobsPage
         * @description Jobs, the newest first; `next` is the `before` of the next page, if there is one.
         */
        JobsPage: {
            /** Jobs */
            jobs: components["schemas"]["JobDocument"][];
            /** Next */
            next: string | null;
        };
        JsonValue: unknown;
        /**
         * Libraries
         * @description Every library, by name.
         */
        Libraries: {
            /** Libraries */
            libraries: components["schemas"]["LibraryDocument"][];
        };
        /**
         * LibraryDocument
         * @description A library, and how much it holds; `titles` are its movies and series, as in `states`.
         */
        LibraryDocument: {
            /** Created At */
            created_at: string;
            /** Faults */
            faults: number;
            /** Files */
            files: number;
            /** Folders */
            folders: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["LibraryKind"];
            /** Language */
            language: string | null;
            /** Missing */
            missing: number;
            /** Name */
            name: string;
            /** Scanned At */
            scanned_at: string | null;
            /** Size Bytes */
            size_bytes: number;
            /** States */
            states: {
                [key: string]: number;
            };
            /** Titles */
            titles: number;
            watching: components["schemas"]["Watching"];
            /** Watching Reason */
            watching_reason: string;
        };
        /**
         * LibraryKind
         * @description What a library holds.
         * @enum {string}
         */
        LibraryKind: "movies" | "series";
        /**
         * LibraryPatch
         * @description What can be changed about a library; what is left out stays, and null is no language.
         * @example {
         *       "language": "en",
         *       "name": "Films"
         *     }
         */
        LibraryPatch: {
            /**
             * Add Folders
             * @default []
             */
            add_folders: string[];
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
            /**
             * Remove Folders
             * @default []
             */
            remove_folders: string[];
        };
        /**
         * LockedValue
         * @description A value of the configuration: it is changed where it comes from, not here.
         */
        LockedValue: {
            /** Key */
            key: string;
            /**
             * Locked
             * @default true
             */
            locked: boolean;
            /** Place */
            place: string;
            /** Source */
            source: string;
            /** Value */
            value: string;
        };
        /**
         * LogEntry
         * @description One line of the log; `id` is its place in the files, and absent while it is told live.
         * @example {
         *       "at": "2026-11-26T09:30:12.504Z",
         *       "component": "server",
         *       "event": "request.answered",
         *       "facts": {
         *         "method": "GET",
         *         "milliseconds": 8.4,
         *         "path": "/api/v1/titles",
         *         "status": 200
         *       },
         *       "id": "20261126T093000000000Z-1840",
         *       "level": "info",
         *       "request_id": "0199f0c2a5d47c3e8b1f6a2d4e5c7b90"
         *     }
         */
        LogEntry: {
            /** At */
            at: string;
            /** Component */
            component: string;
            /** Event */
            event: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Id */
            id: string | null;
            /** Job Id */
            job_id: string | null;
            /**
             * Level
             * @enum {string}
             */
            level: "debug" | "info" | "warning" | "error" | "critical";
            /** Request Id */
            request_id: string | null;
        };
        /**
         * LogLineDocument
         * @description One sentence of a job's log.
         */
        LogLineDocument: {
            /** At */
            at: string;
            /** Attempt */
            attempt: number;
            /** Id */
            id: number;
            /** Sentence */
            sentence: string;
            severity: components["schemas"]["Severity"];
        };
        /**
         * LogLines
         * @description Lines of a log in order; `next` is the `after` of those that follow, if there are any.
         */
        LogLines: {
            /** Lines */
            lines: components["schemas"]["LogLineDocument"][];
            /** Next */
            next: number | null;
        };
        /**
         * LogPage
         * @description Entries, the newest first, or after a place the oldest first.
         *
         *     `next` is where the next page in the same direction begins; None when nothing older is left.
         *     After a place there is always a next one: more may be said. A page may hold fewer entries than
         *     were asked for, or none, and yet have a next one: it looks through so much of the log at once.
         */
        LogPage: {
            /**
             * Components
             * @description Every component that may speak.
             * @default []
             */
            components: string[];
            /** Entries */
            entries: components["schemas"]["LogEntry"][];
            /**
             * Newest
             * @description The `after` of who wants to go on from the end of the log.
             */
            newest: string;
            /** Next */
            next: string | null;
        };
        /**
         * MadeToken
         * @description An API token with its text, which is told this once.
         */
        MadeToken: {
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** Token */
            token: string;
            /** User */
            user: string;
        };
        /**
         * Monitored
         * @description How many titles changed, with those below the ones that were meant.
         */
        Monitored: {
            /** Changed */
            changed: number;
        };
        /**
         * Monitoring
         * @description Whether automation looks after titles; without `ids`, after all that the filter means.
         *
         *     Ids that no title has are passed over.
         * @example {
         *       "ids": [
         *         "01900000-0000-7000-8000-000000000000"
         *       ],
         *       "is_monitored": false
         *     }
         */
        Monitoring: {
            /** Ids */
            ids?: string[] | null;
            /** Is Monitored */
            is_monitored: boolean;
        };
        /**
         * NewLibrary
         * @description A library to make: folders on the server's disk; without a kind, their names tell it.
         * @example {
         *       "folders": [
         *         "/media/movies"
         *       ],
         *       "kind": "movies"
         *     }
         */
        NewLibrary: {
            /** Folders */
            folders: string[];
            kind?: components["schemas"]["LibraryKind"] | null;
            /** Language */
            language?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * NewPassword
         * @description Another password for a user.
         */
        NewPassword: {
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
        };
        /**
         * NewRole
         * @description Another role.
         */
        NewRole: {
            role: components["schemas"]["Role"];
        };
        /**
         * NewToken
         * @description An API token to be made.
         */
        NewToken: {
            /**
             * Days
             * @default 365
             */
            days: number;
            /**
             * Name
             * @example a script
             */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
        };
        /**
         * NewUser
         * @description Somebody who shall be able to sign in.
         */
        NewUser: {
            /**
             * Name
             * @example ada
             */
            name: string;
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /** @default viewer */
            role: components["schemas"]["Role"];
        };
        /**
         * OpenedSession
         * @description A session, with its tokens unless they are in cookies.
         */
        OpenedSession: {
            /** Access Expires At */
            access_expires_at: string;
            /** Access Token */
            access_token?: string | null;
            /** Expires At */
            expires_at: string;
            /** Refresh Token */
            refresh_token?: string | null;
            /**
             * Session Id
             * Format: uuid
             */
            session_id: string;
        };
        /**
         * OwnPassword
         * @description Another password for oneself, with the present one.
         */
        OwnPassword: {
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * Present
             * Format: password
             * @example correct horse battery
             */
            present: string;
        };
        /**
         * PersonDocument
         * @description Somebody who made a title, and as what.
         */
        PersonDocument: {
            /** Job */
            job: string;
            /** Name */
            name: string;
            /** Role */
            role: string | null;
        };
        /**
         * ProblemDocument
         * @description A refusal in words; `key` and `facts` let another language say it. Source: RFC 9457.
         */
        Problem: {
            /** Detail */
            detail: string;
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Hint */
            hint: string;
            /** Key */
            key: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * Reason
         * @description For what a backup was made: a schedule, somebody who asked, or safety before a change.
         * @enum {string}
         */
        Reason: "schedule" | "asked" | "migration" | "restore";
        /**
         * Refresh
         * @description A refresh token, from who does not keep it in a cookie.
         */
        Refresh: {
            /** Refresh Token */
            refresh_token?: string | null;
        };
        /**
         * Resolution
         * @description A picture's size as people name it; a wide picture counts by its width.
         * @enum {string}
         */
        Resolution: "2160p" | "1080p" | "720p" | "sd";
        /**
         * RestoreDocument
         * @description The last restore that a server was asked for; `kept` is the backup of the state before it.
         */
        RestoreDocument: {
            /** Asked At */
            asked_at: string;
            /** Asked By */
            asked_by: string;
            /** Kept */
            kept: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "asked" | "done" | "refused";
        };
        /**
         * Role
         * @description What a user may do, each role including those before it.
         *
         *     A guest sees what is their own, a viewer also the library; an operator runs and edits; an admin
         *     decides about the installation and its users.
         * @enum {string}
         */
        Role: "guest" | "viewer" | "operator" | "admin";
        /**
         * ScanRequest
         * @description How to scan; `accept_missing` says that many titles are gone, and that is right.
         */
        ScanRequest: {
            /**
             * Accept Missing
             * @default false
             * @example false
             */
            accept_missing: boolean;
        };
        /**
         * ScheduleDocument
         * @description What starts by itself: a job of a kind, `at` a pattern as cron reads it, by a zone's clocks.
         *
         *     `next_runs` are the moments that come next, the first of them `next_at`; none while paused.
         */
        ScheduleDocument: {
            /** At */
            at: string;
            /** Is Paused */
            is_paused: boolean;
            /** Kind */
            kind: string;
            /** Last At */
            last_at: string | null;
            /** Name */
            name: string;
            /** Next At */
            next_at: string | null;
            /** Next Runs */
            next_runs: string[];
            /** Title */
            title: string;
            /** Zone */
            zone: string;
        };
        /**
         * SchedulePatch
         * @description What can be changed about a schedule; what is left out stays as it is.
         * @example {
         *       "at": "0 2 * * *",
         *       "zone": "Europe/Paris"
         *     }
         */
        SchedulePatch: {
            /** At */
            at?: string | null;
            /** Is Paused */
            is_paused?: boolean | null;
            /** Zone */
            zone?: string | null;
        };
        /**
         * Schedules
         * @description Every schedule, the next one to start first.
         */
        Schedules: {
            /** Schedules */
            schedules: components["schemas"]["ScheduleDocument"][];
        };
        /**
         * Scope
         * @description How much of its user's role an API token has; `read` changes nothing, whatever the role.
         * @enum {string}
         */
        Scope: "read" | "operate" | "admin";
        /**
         * SessionDocument
         * @description One device on which the caller is signed in.
         */
        SessionDocument: {
            /** Address */
            address: string;
            /** Created At */
            created_at: string;
            /** Device */
            device: string;
            /** Expires At */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Is Current
             * @default false
             */
            is_current: boolean;
            /** Refreshed At */
            refreshed_at: string;
        };
        /**
         * Sessions
         * @description The caller's sessions, the newest first.
         */
        Sessions: {
            /** Sessions */
            sessions: components["schemas"]["SessionDocument"][];
        };
        /**
         * SettingsChangeDocument
         * @description One field's change: who, when, old and new, a secret's in disguise.
         */
        SettingsChangeDocument: {
            after: components["schemas"]["JsonValue"];
            before: components["schemas"]["JsonValue"];
            /** Changed At */
            changed_at: string;
            /** Changed By */
            changed_by: string | null;
            /** Field */
            field: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Version */
            version: number;
        };
        /**
         * SettingsDocument
         * @description One room's settings: what they are, what they would be unset, and what may be set.
         *
         *     `set_fields` are those that are no defaults; `json_schema` has each field's bounds and help.
         */
        SettingsDocument: {
            /** Changed At */
            changed_at: string | null;
            /** Defaults */
            defaults: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Help */
            help: string;
            /** Json Schema */
            json_schema: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Set Fields */
            set_fields: string[];
            /** Title */
            title: string;
            /** Values */
            values: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version: number;
        };
        /**
         * SettingsHistory
         * @description Changes, the newest first; `next` is the `before` of the next page, if there is one.
         */
        SettingsHistory: {
            /** Changes */
            changes: components["schemas"]["SettingsChangeDocument"][];
            /** Next */
            next: string | null;
        };
        /**
         * SettingsList
         * @description All settings, and beside them the configuration, which is locked.
         */
        SettingsList: {
            /** Configuration */
            configuration: components["schemas"]["LockedValue"][];
            /** Settings */
            settings: components["schemas"]["SettingsDocument"][];
        };
        /**
         * SettingsPatch
         * @description What to set; `version` is the one that was seen, and is refused when it is no longer so.
         */
        SettingsPatch: {
            /**
             * Values
             * @example {
             *       "at_once": 2
             *     }
             */
            values: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version?: number | null;
        };
        /**
         * SettingsReset
         * @description Which fields get their defaults back; none named means all.
         */
        SettingsReset: {
            /**
             * Fields
             * @example [
             *       "at_once"
             *     ]
             */
            fields?: string[] | null;
            /** Version */
            version?: number | null;
        };
        /**
         * Setup
         * @description The first admin, and the setup token from the link that the server printed.
         */
        Setup: {
            /**
             * Name
             * @example ada
             */
            name: string;
            /**
             * Password
             * Format: password
             * @example correct horse battery
             */
            password: string;
            /**
             * Token
             * Format: password
             */
            token: string;
            /**
             * With Cookies
             * @default false
             */
            with_cookies: boolean;
        };
        /**
         * SetupState
         * @description Whether the first admin is still to be made; in a demo anybody signs in as demo, demo.
         */
        SetupState: {
            /** Is Demo */
            is_demo: boolean;
            /** Is Needed */
            is_needed: boolean;
        };
        /**
         * Severity
         * @description How much a log line matters.
         * @enum {string}
         */
        Severity: "debug" | "info" | "warning" | "error";
        /**
         * Size
         * @description How wide a picture is wanted: in a list, on a page, or behind everything.
         * @enum {string}
         */
        Size: "small" | "medium" | "large";
        /**
         * Status
         * @description Where a job stands.
         * @enum {string}
         */
        Status: "queued" | "running" | "completed" | "failed" | "cancelled" | "skipped";
        /**
         * StepDocument
         * @description A part of a job that ended.
         */
        StepDocument: {
            /** Attempt */
            attempt: number;
            /** Ended At */
            ended_at: string;
            /** Name */
            name: string;
            /** Started At */
            started_at: string;
            status: components["schemas"]["Status"];
        };
        /**
         * SubtitleTrack
         * @description One subtitle track: inside the file, or beside it when `path` is set and `index` is None.
         */
        SubtitleTrack: {
            /** Codec */
            codec: string;
            /** Index */
            index: number | null;
            /**
             * Is Commentary
             * @default false
             */
            is_commentary: boolean;
            /**
             * Is Default
             * @default false
             */
            is_default: boolean;
            /**
             * Is Forced
             * @default false
             */
            is_forced: boolean;
            /**
             * Is Hearing Impaired
             * @default false
             */
            is_hearing_impaired: boolean;
            /**
             * Is Original
             * @default false
             */
            is_original: boolean;
            /**
             * Language
             * @default und
             */
            language: string;
            /** Language Written */
            language_written?: string | null;
            /** Number */
            number?: number | null;
            /** Path */
            path?: string | null;
            /** Title */
            title?: string | null;
        };
        /**
         * TitleDetail
         * @description Everything that is known of a title: files with their tracks, artwork, what is below it.
         */
        TitleDetail: {
            /** Absolute Number */
            absolute_number: number | null;
            /** Added At */
            added_at: string;
            /** Air Date */
            air_date: string | null;
            /** Artwork */
            artwork: components["schemas"]["ArtworkDocument"][];
            /** Certification */
            certification: string | null;
            /** Changed At */
            changed_at: string;
            /** Children */
            children: components["schemas"]["ChildDocument"][];
            /** Episode Number */
            episode_number: number | null;
            /** Faults */
            faults: components["schemas"]["FaultDocument"][];
            /** Files */
            files: components["schemas"]["FileDocument"][];
            /** Folder */
            folder: string;
            /** Genres */
            genres: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            ids: components["schemas"]["IdsDocument"];
            /** Is Monitored */
            is_monitored: boolean;
            /** Key */
            key: string;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Locked Fields */
            locked_fields: string[];
            /** Missing Since */
            missing_since: string | null;
            /** Nfo */
            nfo: string | null;
            /** Original Title */
            original_title: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** People */
            people: components["schemas"]["PersonDocument"][];
            /** Plot */
            plot: string | null;
            /** Premiered */
            premiered: string | null;
            /** Rating */
            rating: number | null;
            /** Runtime Minutes */
            runtime_minutes: number | null;
            /** Season Number */
            season_number: number | null;
            /** Sort Title */
            sort_title: string;
            state: components["schemas"]["TitleState"];
            /** Studios */
            studios: string[];
            /** Tagline */
            tagline: string | null;
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        };
        /**
         * TitleDocument
         * @description A title in a list: the fields that were asked for, else the usual ones.
         */
        TitleDocument: {
            /** Added At */
            added_at: string;
            /** Episode Number */
            episode_number: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Monitored */
            is_monitored: boolean;
            kind: components["schemas"]["TitleKind"];
            /**
             * Library Id
             * Format: uuid
             */
            library_id: string;
            /** Missing Since */
            missing_since: string | null;
            /** Parent Id */
            parent_id: string | null;
            /** Season Number */
            season_number: number | null;
            state: components["schemas"]["TitleState"];
            /** Title */
            title: string;
            /** Year */
            year: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * TitleIds
         * @description Which work a title is, by one id at least; what is not said is none.
         * @example {
         *       "tmdb_id": 603
         *     }
         */
        TitleIds: {
            /** Imdb Id */
            imdb_id?: string | null;
            /** Tmdb Id */
            tmdb_id?: number | null;
            /** Tvdb Id */
            tvdb_id?: number | null;
        };
        /**
         * TitleKind
         * @description What has a page of its own.
         * @enum {string}
         */
        TitleKind: "movie" | "series" | "season" | "episode" | "set";
        /**
         * TitlePatch
         * @description What can be changed about a title: whether automation looks after it and what is below.
         */
        TitlePatch: {
            /** Is Monitored */
            is_monitored: boolean;
        };
        /**
         * TitleState
         * @description How far a title has come; `DISCOVERED` is one that nobody has identified yet.
         * @enum {string}
         */
        TitleState: "missing" | "discovered" | "identified" | "enriched" | "selected" | "published" | "failed";
        /**
         * TitlesPage
         * @description A page of titles; `next` is the `after` of the next one, if there is one.
         */
        TitlesPage: {
            /** Next */
            next: string | null;
            /** Titles */
            titles: components["schemas"]["TitleDocument"][];
        };
        /**
         * TokenDocument
         * @description An API token, without its text.
         */
        TokenDocument: {
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Scopes */
            scopes: components["schemas"]["Scope"][];
            /** User */
            user: string;
        };
        /**
         * Tokens
         * @description The caller's API tokens, or everybody's, the newest first.
         */
        Tokens: {
            /** Tokens */
            tokens: components["schemas"]["TokenDocument"][];
        };
        /**
         * UserDocument
         * @description Somebody who may sign in.
         */
        UserDocument: {
            /** Created At */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Password Changed At */
            password_changed_at: string;
            role: components["schemas"]["Role"];
        };
        /**
         * Users
         * @description Everybody who may sign in, by name.
         */
        Users: {
            /** Users */
            users: components["schemas"]["UserDocument"][];
        };
        /**
         * VideoTrack
         * @description One moving picture; `index` counts among all tracks of the file, as ffprobe does.
         *
         *     `codec` is FFmpeg's name for it (`h264`, `hevc`, `av1`), `frame_rate` is in frames per second.
         */
        VideoTrack: {
            /** Bit Depth */
            bit_depth?: number | null;
            /** Bitrate */
            bitrate?: number | null;
            /** Codec */
            codec: string;
            /** Dolby Vision Profile */
            dolby_vision_profile?: number | null;
            /** Frame Rate */
            frame_rate?: number | null;
            /** @default SDR */
            hdr: components["schemas"]["HdrKind"];
            /**
             * Height
             * @default 0
             */
            height: number;
            /** Index */
            index: number;
            /**
             * Is Attached Picture
             * @default false
             */
            is_attached_picture: boolean;
            /**
             * Is Default
             * @default true
             */
            is_default: boolean;
            /**
             * Language
             * @default und
             */
            language: string;
            /** Language Written */
            language_written?: string | null;
            /** Level */
            level?: string | null;
            /** Profile */
            profile?: string | null;
            /** Title */
            title?: string | null;
            /**
             * Width
             * @default 0
             */
            width: number;
        };
        /**
         * Watching
         * @description How a library's folders are watched: live, by scheduled scans only, or not at all.
         * @enum {string}
         */
        Watching: "live" | "scheduled" | "off";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_audit_entries: {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clean_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_cleanup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForgottenDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_events: {
        parameters: {
            query?: {
                /** @description Only these topics, such as `jobs,library`; there are `system` and `logs` too. When none is named, all but `logs`. */
                topics?: string;
                /** @description As `Last-Event-ID`, for who cannot send that header. */
                after?: string | null;
            };
            header?: {
                /** @description The id of the last event that the caller has had. */
                "last-event-id"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_faults: {
        parameters: {
            query?: {
                library?: string | null;
                /** @description Such as `unreadable`. */
                kind?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultsPage"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_features: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureSettings"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_everything: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_folders: {
        parameters: {
            query?: {
                /** @description Which one. */
                path?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderListing"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                status?: components["schemas"]["Status"][];
                /** @description Such as `library.scan`. */
                kind?: string[];
                /** @description A user's id, or a word such as `schedule`. */
                asked_by?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsPage"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find_job: {
        parameters: {
            query: {
                /** @description An id, or an end of one: `9f3c21aa`. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job_statistics: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStatistics"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_job_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_job_lines: {
        parameters: {
            query?: {
                severity?: components["schemas"]["Severity"][];
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogLines"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_libraries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Libraries"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_library: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLibrary"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_library: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_library: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_library: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LibraryPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LibraryDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                library_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScanRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_log_entries: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                before?: string | null;
                /** @description The `newest` that is known. */
                after?: string | null;
                limit?: number;
                /** @description At least this grave. */
                level?: "debug" | "info" | "warning" | "error" | "critical";
                /** @description Only what these say: `jobs`. */
                component?: string[];
                /** @description Only entries in which this stands. */
                text?: string;
                /** @description From this moment on. */
                since?: string | null;
                /** @description Before this moment. */
                until?: string | null;
                /** @description Only of this request: X-Request-ID. */
                request_id?: string;
                /** @description Only of this job. */
                job_id?: string;
                /** @description Only of the request or the job of this id. */
                of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": unknown;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_schedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedules"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_caller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsList"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: {
                            [key: string]: components["schemas"]["JsonValue"];
                        };
                    };
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description Only of these settings: `jobs`. */
                name?: string | null;
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsHistory"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_settings: {
        parameters: {
            query?: {
                preview?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: components["schemas"]["JsonValue"];
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutcome"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsReset"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
                sort?: "title" | "year" | "added" | "size";
                order?: "asc" | "desc";
                /** @description The `next` of the page before. */
                after?: string | null;
                /** @description Pass over so many; `after` is faster. */
                skip?: number;
                limit?: number;
                fields?: ("id" | "library_id" | "parent_id" | "kind" | "state" | "title" | "original_title" | "sort_title" | "year" | "season_number" | "episode_number" | "premiered" | "runtime_minutes" | "rating" | "certification" | "genres" | "tmdb_id" | "tvdb_id" | "imdb_id" | "plot" | "tagline" | "folder" | "is_monitored" | "locked_fields" | "added_at" | "changed_at" | "missing_since" | "size_bytes" | "picture_version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitlesPage"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find_title: {
        parameters: {
            query: {
                /** @description `Dune`, or an id. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_inventory: {
        parameters: {
            query?: {
                library?: string | null;
                title?: string | null;
                /** @description Only what lies in it. */
                folder?: string | null;
                after?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPage"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    monitor_titles: {
        parameters: {
            query?: {
                kind?: components["schemas"]["TitleKind"][];
                library?: string[];
                state?: components["schemas"]["TitleState"][];
                year_from?: number | null;
                year_to?: number | null;
                /** @description Such as Drama; any of several. */
                genre?: string[];
                resolution?: components["schemas"]["Resolution"][];
                hdr?: components["schemas"]["HdrKind"][];
                /** @description As the facets name them: hevc. */
                video_codec?: string[];
                /** @description As the facets name them: aac. */
                audio_codec?: string[];
                /** @description A language to hear: en. */
                audio_language?: string[];
                /** @description A language to read: fr. */
                subtitle_language?: string[];
                /** @description Where titles begin, as they are sorted: a. */
                letter?: string[];
                has_faults?: boolean | null;
                locked?: boolean | null;
                monitored?: boolean | null;
                missing?: boolean | null;
                added_since?: string | null;
                size_from?: number | null;
                size_to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Monitoring"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitored"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_titles: {
        parameters: {
            query: {
                /** @description Words, or their beginnings: `ame pou`. */
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundTitles"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_title: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TitlePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_artwork: {
        parameters: {
            query?: {
                number?: number;
                size?: components["schemas"]["Size"];
                /** @description As `picture_version` tells it. */
                version?: string | null;
            };
            header?: never;
            path: {
                title_id: string;
                /** @description In Kodi's words: poster, fanart, clearlogo … */
                artwork_type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify_title: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TitleIds"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_ids_back: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                title_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TitleDetail"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Users"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_own_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_all_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDocument"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_sessions_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_token_for: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description It is refused, and why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done now. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
